package io.odoosync.internal.exchange;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of an action in another thread: what it returned, or what it threw. */
record Done<R>(@Nullable R result, @Nullable Throwable thrown) {

  static Done<Boolean> of(Runnable action) {
    return of(
        () -> {
          action.run();
          return true;
        });
  }

  /** Takes an action. */
  static <R> Done<R> of(Supplier<R> action) {
    try {
      return new Done<>(action.get(), null);
    } catch (RuntimeException | Error e) {
      return new Done<>(null, e);
    }
  }

  boolean hasFailed() {
    return thrown != null;
  }

  /**
   * Takes all actions, whatever some throw.
   *
   * @throws RuntimeException what the first of them threw that threw
   */
  static void all(List<Runnable> actions) {
    List<Done<Boolean>> done = actions.stream().map(Done::of).toList();
    keepAll(done);
    done.forEach(Done::get);
  }

  /** The first failure, which is the one that will be thrown, tells of the others. */
  static void keepAll(List<? extends Done<?>> done) {
    Throwable first = null;
    for (Done<?> one : done) {
      Throwable thrown = one.thrown();
      if (first == null) {
        first = thrown;
      } else if (thrown != null && thrown != first) {
        first.addSuppressed(thrown);
      }
    }
  }

  /** What it returned; throws what it threw. */
  R get() {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException failure) {
      throw failure;
    }
    return returned();
  }

  @SuppressWarnings("NullAway") // it is what the action returned
  private R returned() {
    return result;
  }
}
