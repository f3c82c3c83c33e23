package io.odoosync.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * What generators make their values from: a sequence of numbers, of which 0 is always the simplest.
 * It is remembered, so that the same values can be made again, and simpler ones from a shorter
 * sequence or smaller numbers. That is why no generator needs to know how its values shrink.
 */
public final class Choices {

  /** Where the next number comes from. */
  private interface Origin {
    long next(long bound, ToLongFunction<RandomGenerator> fresh);
  }

  private final Origin origin;
  private final List<Long> made = new ArrayList<>();

  private Choices(Origin origin) {
    this.origin = origin;
  }

  /** Made by chance; the same for the same seed. */
  static Choices seeded(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    return new Choices((bound, fresh) -> fresh.applyAsLong(random));
  }

  /** Made before, or changed since; zeros once they are used up. */
  static Choices replayed(List<Long> numbers) {
    Iterator<Long> next = numbers.iterator();
    return new Choices((bound, fresh) -> next.hasNext() ? Math.min(next.next(), bound - 1) : 0);
  }

  /** A number from 0 (inclusive) to the bound (exclusive), each as often. */
  public int below(int bound) {
    return (int) below(bound, random -> random.nextInt(bound));
  }

  /**
   * A number from 0 (inclusive) to the bound (exclusive).
   *
   * @param fresh makes it where chance decides, some more often than others
   */
  public long below(long bound, ToLongFunction<RandomGenerator> fresh) {
    long choice = origin.next(bound, fresh);
    made.add(choice);
    return choice;
  }

  /** All numbers so far. */
  List<Long> made() {
    return List.copyOf(made);
  }
}
