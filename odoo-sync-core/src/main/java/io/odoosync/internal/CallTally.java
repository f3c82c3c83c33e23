package io.odoosync.internal;

import io.odoosync.odoo.CallObserver;
import io.odoosync.report.Traffic;

/** Counts what one run exchanges with Odoo. */
final class CallTally implements CallObserver {

  private long calls;
  private long retries;
  private long bytesSent;
  private long bytesReceived;

  @Override
  public void onAttempt(Attempt attempt) {
    if (attempt.number() == 1) {
      calls++;
    } else {
      retries++;
    }
    bytesSent += attempt.bytesSent();
    bytesReceived += attempt.bytesReceived();
  }

  /** Attempts beyond each call's first, so far. */
  long retries() {
    return retries;
  }

  Traffic traffic() {
    return new Traffic(calls, retries, bytesSent, bytesReceived);
  }
}
