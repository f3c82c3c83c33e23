package io.odoosync.internal.exchange;

import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that do not depend on each other, several at once, and waits for all of them. Each is
 * made in a thread of its own that ends with it; but whoever stands beside the calls, the host's
 * observers, the lock of the run, its counts, is called in the run's thread, as if there were no
 * other. Slows down by itself when the server is busy. For one run.
 */
public final class FanOut {

  private final CallTimes times = new CallTimes();
  private AtOncePace pace;

  private FanOut(AtOncePace pace) {
    this.pace = pace;
  }

  /** Makes it for one run. */
  public static FanOut upTo(int callsAtOnce) {
    return new FanOut(AtOncePace.upTo(callsAtOnce));
  }

  /** The same client, which can be called in here: all that stand beside its calls must have been set. */
  public OdooClient open(OdooClient client) {
    return pace.maximum() == 1
        ? client
        : client.observedBy(this::adapt).hooksIn(CallThread::inThreadOfRun);
  }

  /** How many calls are made at once at most. */
  int limit() {
    return pace.limit();
  }

  private void adapt(CallObserver.Attempt attempt) {
    OdooException failure = attempt.failure();
    boolean isAnswered = failure == null;
    if (isTrouble(failure) || (isAnswered && times.isSlow(attempt))) {
      pace = pace.slower();
    } else if (isAnswered) {
      pace = pace.faster();
    }
  }

  private static boolean isTrouble(@Nullable OdooException failure) {
    return failure instanceof OdooBusyException
        || failure instanceof OdooOutcomeUnknownException
        || failure instanceof OdooConnectionException;
  }

  /**
   * Makes calls. Once one has thrown, or the thread was interrupted, no further ones begin; those
   * under way are waited for.
   *
   * @param parts what each call is about
   * @param call makes one, and touches nothing but the client and what it is given
   * @return what they returned, in the order of the parts
   * @throws RuntimeException what the first of them threw, in the order of the parts
   */
  public <T, R> List<R> all(List<T> parts, Function<T, R> call) {
    if (pace.limit() == 1 || parts.size() < 2 || Thread.currentThread().isInterrupted()) {
      return parts.stream().map(call).toList();
    }
    return new CallRound<>(parts, call, this::limit).run();
  }

  /**
   * Divides what can be asked for in any number of calls.
   *
   * @param least how many values are worth a call
   * @return as many parts as there are calls at once, fewer if there is little; none if there is
   *     nothing
   */
  <T> List<List<T>> divided(List<T> values, int least) {
    int size = Math.max(least, ceiling(values.size(), pace.limit()));
    return inParts(values, size);
  }

  /** Parts of this size, the last one maybe smaller. */
  static <T> List<List<T>> inParts(List<T> values, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < values.size(); from += size) {
      parts.add(values.subList(from, Math.min(values.size(), from + size)));
    }
    return parts;
  }

  private static int ceiling(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
