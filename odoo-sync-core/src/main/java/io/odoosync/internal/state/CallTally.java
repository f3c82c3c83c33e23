package io.odoosync.internal.state;

import io.odoosync.odoo.CallObserver;
import io.odoosync.report.Traffic;

/** Counts what one run exchanges with Odoo. */
public final class CallTally implements CallObserver {

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
  public long retries() {
    return retries;
  }

  public Traffic traffic() {
    return Traffic.builder()
        .calls(calls)
        .retries(retries)
        .bytesSent(bytesSent)
        .bytesReceived(bytesReceived)
        .build();
  }
}
