package io.odoosync.odoo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A reading call for many records, which is made for half of them if it is too large for one. */
final class DividedCall {

  private DividedCall() {}

  /**
   * Makes the call.
   *
   * @param ids the records, each once; if there are none, nothing is called
   * @param call answers for some of them
   * @return the answers for all of them
   */
  static <T> List<T> over(Collection<Long> ids, Function<List<Long>, List<T>> call) {
    return ids.isEmpty() ? List.of() : some(List.copyOf(ids), call);
  }

  private static <T> List<T> some(List<Long> ids, Function<List<Long>, List<T>> call) {
    try {
      return call.apply(ids);
    } catch (OdooException e) {
      if (ids.size() == 1 || !e.isForSize()) {
        throw e;
      }
    }
    int middle = ids.size() / 2;
    List<T> all = new ArrayList<>(some(ids.subList(0, middle), call));
    all.addAll(some(ids.subList(middle, ids.size()), call));
    return all;
  }
}
