package io.odoosync.internal.stage;

import java.time.Duration;

/**
 * How many records are looked at in one call: as many as the server answers in good time, and as
 * fit into an answer that a small host can hold.
 *
 * @param size records in the next call, at least 1
 * @param most records that it may ever have
 * @param mostBytes that an answer is meant to have
 */
record PagePace(int size, int most, long mostBytes) {

  /** Records in the first call. */
  static final int FIRST = 1_000;

  /** The most records in a call. */
  static final int MOST = 2_000;

  /** The most bytes that an answer is meant to have, where there is memory enough. */
  static final long MOST_BYTES = 3_000_000;

  /** An answer takes some twenty times its bytes while it is dealt with: a tenth of a heap. */
  private static final long HEAP_OF_A_BYTE = 256;

  /** Before it is known how large records are: with half a kilobyte each, as much. */
  private static final long HEAP_OF_A_RECORD = 128 * 1024;

  /** A call that took longer is too large. */
  static final Duration SLOW = Duration.ofSeconds(10);

  /** A call that took less may be larger. */
  static final Duration FAST = Duration.ofSeconds(4);

  /** Who wants smaller batches than this knows of a server that bears no more. */
  private static final int SMALL_BATCH = 50;

  /**
   * Begins.
   *
   * @param batchSize how many records are dealt with at a time
   */
  static PagePace over(int batchSize) {
    return over(batchSize, Runtime.getRuntime().maxMemory());
  }

  /**
   * Begins.
   *
   * @param heap bytes that the JVM may take for objects
   */
  static PagePace over(int batchSize, long heap) {
    long bytes = Math.min(MOST_BYTES, heap / HEAP_OF_A_BYTE);
    int first = (int) Math.max(1, Math.min(FIRST, heap / HEAP_OF_A_RECORD));
    return isFor(batchSize)
        ? new PagePace(first, MOST, bytes)
        : new PagePace(batchSize, batchSize, bytes);
  }

  /** Whether calls may be larger than batches at all. */
  static boolean isFor(int batchSize) {
    return batchSize >= SMALL_BATCH;
  }

  /**
   * After a call that succeeded.
   *
   * @param records how many it was about, at least 1
   * @param bytes how large its answer was; 0 if that is not known
   */
  PagePace after(Duration took, int records, long bytes) {
    long next = size;
    if (took.compareTo(SLOW) > 0) {
      next = size / 2;
    } else if (took.compareTo(FAST) < 0) {
      next = size * 2L;
    }
    long fitting = bytes == 0 ? most : mostBytes * records / bytes;
    return new PagePace(
        (int) Math.max(1, Math.min(next, Math.min(most, fitting))), most, mostBytes);
  }

  /** After a call that had to be repeated. */
  PagePace slower() {
    return new PagePace(Math.max(1, size / 2), most, mostBytes);
  }
}
