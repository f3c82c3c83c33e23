package io.odoosync.internal.text;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception whose words must not be shown as they are. Begins with the name of its
 * class, and has its stack trace.
 */
final class SafeCopy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What has more causes than that is not told to its end. */
  private static final int MOST = 100;

  private SafeCopy(String message) {
    super(message);
  }

  /** The exception itself if that changes none of its words, else a copy. */
  static Throwable of(Throwable failure, UnaryOperator<String> door) {
    Set<Throwable> all = all(failure);
    boolean harmless = all.size() <= MOST && all.stream().allMatch(one -> isHarmless(one, door));
    return harmless ? failure : copy(failure, door, new IdentityHashMap<>());
  }

  private static Set<Throwable> all(Throwable failure) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>(Set.of(failure));
    while (!left.isEmpty() && all.size() <= MOST) {
      Throwable next = left.pop();
      if (all.add(next)) {
        Collections.addAll(left, next.getSuppressed());
        if (next.getCause() != null) {
          left.add(next.getCause());
        }
      }
    }
    return all;
  }

  private static boolean isHarmless(Throwable failure, UnaryOperator<String> door) {
    try {
      return Stream.of(failure.toString(), String.valueOf(failure.getMessage()))
          .allMatch(words -> door.apply(words).equals(words));
    } catch (RuntimeException e) {
      // One that can't even say what it is gets a copy that can.
      return false;
    }
  }

  private static Throwable copy(
      Throwable failure, UnaryOperator<String> door, IdentityHashMap<Throwable, SafeCopy> copies) {
    SafeCopy copy = new SafeCopy(door.apply(words(failure)));
    copies.put(failure, copy);
    copy.setStackTrace(failure.getStackTrace());
    Throwable cause = further(failure.getCause(), door, copies);
    if (cause != null) {
      copy.initCause(cause);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      Throwable shown = further(suppressed, door, copies);
      if (shown != null) {
        copy.addSuppressed(shown);
      }
    }
    return copy;
  }

  /** Each one once, since causes can go in a circle. */
  private static @Nullable Throwable further(
      @Nullable Throwable failure,
      UnaryOperator<String> door,
      IdentityHashMap<Throwable, SafeCopy> copies) {
    return failure == null || copies.containsKey(failure) || copies.size() >= MOST
        ? null
        : copy(failure, door, copies);
  }

  private static String words(Throwable failure) {
    try {
      return String.valueOf(failure);
    } catch (RuntimeException e) {
      return failure.getClass().getName() + ", which can't say more: its toString() throws";
    }
  }
}
