package io.odoosync.internal.state;

import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Traffic;
import org.jspecify.annotations.Nullable;

/** Counts what one run exchanges with Odoo, also against the budget of calls. For one thread. */
public final class CallTally implements CallObserver, AutoCloseable {

  private long calls;
  private long retries;
  private long bytesSent;
  private long bytesReceived;
  private @Nullable CallMeter meter;

  /**
   * The engine's client with its calls counted.
   *
   * @param control says whether the run may go on while it waits
   */
  public OdooClient counting(Settings settings, RunControl control) {
    meter = new CallMeter(settings, control);
    return meter.over(settings.client().observedBy(this));
  }

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
        .budget(meter == null ? null : meter.use())
        .build();
  }

  /** Gives back the calls that were reserved and not made. */
  @Override
  public void close() {
    if (meter != null) {
      meter.close();
    }
  }
}
