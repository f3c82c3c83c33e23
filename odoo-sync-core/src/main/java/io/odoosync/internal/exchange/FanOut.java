package io.odoosync.internal.exchange;

import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that do not depend on each other, several at once, and waits for all of them. Each is
 * made in a thread of its own that ends with it; but whoever stands beside the calls, the host's
 * observers, the lock of the run, its counts, is called in the run's thread, as if there were no
 * other. Slows down by itself when the server is busy. For one run.
 */
public final class FanOut {

  /** What a call has at least of the most that it may have, as a divisor. */
  private static final int SMALLEST_PART = 8;

  private final CallTimes times = new CallTimes();
  private AtOncePace pace;

  private FanOut(AtOncePace pace) {
    this.pace = pace;
  }

  /** Makes it for one run. */
  public static FanOut upTo(int callsAtOnce) {
    return new FanOut(AtOncePace.upTo(callsAtOnce));
  }

  /** The same client, for calls that are made here. */
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
  <T, R> List<R> all(List<T> parts, Function<T, R> call) {
    List<Done<R>> done = made(parts, call, failure -> true);
    Done.keepAll(done);
    List<R> results = new ArrayList<>();
    done.forEach(one -> results.add(one.get()));
    parts.subList(done.size(), parts.size()).forEach(part -> results.add(call.apply(part)));
    return results;
  }

  /**
   * The same for calls of which each may fail for a reason of its own. No further ones begin once
   * one has failed for a reason that others would meet as well.
   *
   * @return what came of those that began, in the order of the parts
   */
  <T, R> List<Done<R>> each(List<T> parts, Function<T, R> call) {
    return made(parts, call, FanOut::meetsOthers);
  }

  private static boolean meetsOthers(Throwable failure) {
    return !(failure instanceof OdooException odoo) || RunStoppedException.isFor(odoo);
  }

  private <T, R> List<Done<R>> made(List<T> parts, Function<T, R> call, Predicate<Throwable> ends) {
    if (pace.limit() > 1 && parts.size() > 1 && !Thread.currentThread().isInterrupted()) {
      return new CallRound<>(parts, call, this::limit, ends).run();
    }
    List<Done<R>> done = new ArrayList<>();
    boolean goesOn = true;
    for (int i = 0; i < parts.size() && goesOn; i++) {
      T part = parts.get(i);
      Done<R> one = Done.of(() -> call.apply(part));
      done.add(one);
      goesOn = one.thrown() == null || !ends.test(one.thrown());
    }
    return done;
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

  /**
   * What goes into the next calls, each at most so large: evenly divided, but not into calls that
   * are much smaller than they may be.
   *
   * @param values all that wait
   * @param most how many values a call may have
   * @return copies of the first of them
   */
  <T> List<List<T>> next(List<T> values, int most) {
    List<T> taken = List.copyOf(values.subList(0, Math.min(values.size(), most * pace.limit())));
    return divided(taken, ceiling(most, SMALLEST_PART));
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
