package io.odoosync.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Numbers of a range: often its ends, zero and what is next to these, or small ones. */
public final class Numbers {

  /** How many fractions there are between 0 and 1: what a {@code double} can tell apart. */
  private static final long FRACTIONS = 1L << 53;

  private Numbers() {}

  /** Whole numbers, both ends included. */
  public static Gen<Integer> integers(int min, int max) {
    return longs(min, max).map(Math::toIntExact);
  }

  /** Whole numbers, both ends included, fewer than {@link Long#MAX_VALUE} of them. */
  public static Gen<Long> longs(long min, long max) {
    return new Range(min, max);
  }

  /** Numbers from 0 (inclusive) to 1 (exclusive). */
  public static Gen<Double> fractions() {
    return longs(0, FRACTIONS - 1).map(number -> (double) number / FRACTIONS);
  }

  /** Counts from the simplest number up to the maximum, then down from it to the minimum. */
  private static final class Range implements Gen<Long> {

    private final long max;
    private final long size;
    private final long simplest;
    private final List<Long> edges;

    Range(long min, long max) {
      this.max = max;
      this.size = Math.addExact(Math.subtractExact(max, min), 1);
      this.simplest = Math.max(min, Math.min(0, max));
      this.edges =
          LongStream.of(min, min + 1, simplest - 1, simplest, simplest + 1, max - 1, max)
              .filter(number -> number >= min && number <= max)
              .boxed()
              .toList();
    }

    @Override
    public Long from(Choices any) {
      long choice = any.below(size, this::fresh);
      return choice <= max - simplest ? simplest + choice : max - choice;
    }

    private long fresh(RandomGenerator random) {
      return switch (random.nextInt(4)) {
        case 0 -> choice(edges.get(random.nextInt(edges.size())));
        case 1 -> random.nextLong(size) >>> random.nextInt(bits(size));
        default -> random.nextLong(size);
      };
    }

    private long choice(long number) {
      return number >= simplest ? number - simplest : max - number;
    }

    private static int bits(long number) {
      return Long.SIZE - Long.numberOfLeadingZeros(number);
    }
  }
}
