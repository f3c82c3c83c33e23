package io.odoosync.internal.state;

import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.MethodCalls;
import io.odoosync.report.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what one run exchanges with Odoo, also against the budget of calls. For one thread. */
public final class CallTally implements CallObserver, AutoCloseable {

  private long calls;
  private long retries;
  private long bytesSent;
  private long bytesReceived;
  private final Map<String, MethodCalls> methods = new LinkedHashMap<>();
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
    methods.merge(
        attempt.model() + "." + attempt.method(), first(attempt), (all, one) -> and(all, attempt));
  }

  private static MethodCalls first(Attempt attempt) {
    Duration time = attempt.duration();
    return new MethodCalls(
        attempt.model(), attempt.method(), 1, attempt.number() == 1 ? 0 : 1, time, time);
  }

  private static MethodCalls and(MethodCalls all, Attempt attempt) {
    boolean isCall = attempt.number() == 1;
    Duration time = attempt.duration();
    return new MethodCalls(
        all.model(),
        all.method(),
        all.calls() + (isCall ? 1 : 0),
        all.retries() + (isCall ? 0 : 1),
        all.total().plus(time),
        all.longest().compareTo(time) < 0 ? time : all.longest());
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
        .methods(List.copyOf(methods.values()))
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
