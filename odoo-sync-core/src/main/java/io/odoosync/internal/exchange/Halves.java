package io.odoosync.internal.exchange;

import io.odoosync.odoo.OdooRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Asks by many values, in one request or, where a proxy takes none so large, in several. */
public final class Halves {

  private Halves() {}

  /**
   * Asks.
   *
   * @param values what to ask by; if there is nothing, nothing is asked
   * @param question answers for some of them
   * @return the answers for all of them, one after the other
   */
  public static <V, R> List<R> of(Collection<V> values, Function<List<V>, List<R>> question) {
    return values.isEmpty() ? List.of() : ask(List.copyOf(values), question);
  }

  private static <V, R> List<R> ask(List<V> values, Function<List<V>, List<R>> question) {
    try {
      return question.apply(values);
    } catch (OdooRequestException e) {
      if (values.size() == 1 || !e.isForSize()) {
        throw e;
      }
    }
    int middle = values.size() / 2;
    List<R> all = new ArrayList<>(ask(values.subList(0, middle), question));
    all.addAll(ask(values.subList(middle, values.size()), question));
    return all;
  }
}
