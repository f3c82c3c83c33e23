package io.odoosync.internal.state;

import java.util.function.Supplier;

/** Lets what must be remembered be remembered, also in a thread that was interrupted. */
public final class Interruptions {

  private Interruptions() {}

  /** Does something that an interrupt must not break off, then sets the flag again. */
  public static void run(Runnable action) {
    get(
        () -> {
          action.run();
          return true;
        });
  }

  /** Does something that an interrupt must not break off, then sets the flag again. */
  public static <T> T get(Supplier<T> action) {
    boolean interrupted = Thread.interrupted();
    try {
      return action.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
