package io.odoosync.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes values for a property. What has parts draws each of them:
 *
 * <pre>{@code
 * Gen<LocalKey> keys = any -> LocalKey.of(KINDS.from(any), IDS.from(any));
 * }</pre>
 */
@FunctionalInterface
public interface Gen<T> {

  /** How many values in a row {@link #suchThat} may turn down. */
  int MAX_REJECTIONS = 1_000;

  /** The next value; the same for the same choices. */
  T from(Choices any);

  /** One of the values, the simplest first. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> Gen<T> of(T... values) {
    return in(List.of(values));
  }

  /** One of the values, the simplest first. */
  static <T> Gen<T> in(List<T> values) {
    return any -> values.get(any.below(values.size()));
  }

  /** A value of one of the generators, the simplest first. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> Gen<T> oneOf(Gen<? extends T>... generators) {
    Gen<Gen<? extends T>> one = in(List.of(generators));
    return any -> one.from(any).from(any);
  }

  /** The values in any order. */
  static <T> Gen<List<T>> shuffled(Collection<T> values) {
    return any -> {
      List<T> left = new ArrayList<>(values);
      List<T> shuffled = new ArrayList<>();
      while (!left.isEmpty()) {
        shuffled.add(left.remove(any.below(left.size())));
      }
      return shuffled;
    };
  }

  /** Some of the values, often none or all. */
  static <T> Gen<Set<T>> subsets(Collection<T> values) {
    Gen<Integer> sizes = Numbers.integers(0, values.size());
    return any -> {
      int usual = sizes.from(any);
      Set<T> subset = new LinkedHashSet<>(values);
      subset.removeIf(value -> !chance(any, usual, values.size()));
      return subset;
    };
  }

  /** What the function makes of each value. */
  default <U> Gen<U> map(Function<? super T, ? extends U> function) {
    return any -> function.apply(from(any));
  }

  /** Only values that meet the condition, which most should. */
  default Gen<T> suchThat(Predicate<? super T> condition) {
    return any -> {
      for (int i = 0; i < MAX_REJECTIONS; i++) {
        T value = from(any);
        if (condition.test(value)) {
          return value;
        }
      }
      throw new IllegalStateException("none of " + MAX_REJECTIONS + " values met the condition");
    };
  }

  /**
   * Lists of these values, often the shortest and the longest. Before each element there is a
   * choice whether there is one, so that shrinking can leave out any of them.
   */
  default Gen<List<T>> list(int minSize, int maxSize) {
    int usual = (maxSize - minSize + 1) / 2;
    return any -> {
      List<T> list = new ArrayList<>();
      while (list.size() < minSize || (list.size() < maxSize && chance(any, usual, usual + 1))) {
        list.add(from(any));
      }
      return list;
    };
  }

  /** True that often of so many times; false is the simplest. */
  private static boolean chance(Choices any, int often, int times) {
    return any.below(2, random -> random.nextInt(times) < often ? 1 : 0) == 1;
  }
}
