package io.odoosync.testing;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A claim about all values of some generators, tried on many of them. Where it does not hold, the
 * error has the simplest values found for which it does not, and the seed that finds them again:
 *
 * <pre>{@code
 * @Test
 * void merge_oneSideUnchanged_isTheOther() {
 *   forAll(TEXTS, TEXTS, (base, changed) ->
 *       assertThat(LineMerge.merge(base, base, changed)).hasValue(changed));
 * }
 * }</pre>
 */
public final class Property {

  /** On how many values a property is tried. */
  public static final int TRIES = 1_000;

  /** The system property with the seed to start from; without it, each run has another one. */
  public static final String SEED = "property.seed";

  private Property() {}

  /** A claim about one value. */
  public static <A> void forAll(Gen<A> one, Consumer<? super A> claim) {
    check(
        any -> {
          A a = one.from(any);
          return new Case(List.of(a), () -> claim.accept(a));
        });
  }

  /** A claim about two values. */
  public static <A, B> void forAll(Gen<A> one, Gen<B> two, BiConsumer<? super A, ? super B> claim) {
    check(
        any -> {
          A a = one.from(any);
          B b = two.from(any);
          return new Case(List.of(a, b), () -> claim.accept(a, b));
        });
  }

  /** A claim about three values; one about more takes a record of them. */
  public static <A, B, C> void forAll(
      Gen<A> one, Gen<B> two, Gen<C> three, OfThree<? super A, ? super B, ? super C> claim) {
    check(
        any -> {
          A a = one.from(any);
          B b = two.from(any);
          C c = three.from(any);
          return new Case(List.of(a, b, c), () -> claim.accept(a, b, c));
        });
  }

  /** What is claimed of three values; throws if it does not hold. */
  @FunctionalInterface
  public interface OfThree<A, B, C> {

    /** Checks it. */
    void accept(A a, B b, C c);
  }

  private static void check(Gen<Case> cases) {
    check(cases, seed());
  }

  private static long seed() {
    String given = System.getProperty(SEED);
    return given == null
        ? new SplittableRandom().nextInt(Integer.MAX_VALUE)
        : Long.parseLong(given);
  }

  /** Each try has a seed of its own, one up from the last, so that a replay begins with it. */
  static void check(Gen<Case> cases, long firstSeed) {
    for (int tries = 1; tries <= TRIES; tries++) {
      long seed = firstSeed + tries - 1;
      Optional<Counterexample> found = Counterexample.find(cases, Choices.seeded(seed));
      if (found.isPresent()) {
        throw new Falsified(new Shrinker(cases, found.get()).simplest(), seed, tries);
      }
    }
  }
}
