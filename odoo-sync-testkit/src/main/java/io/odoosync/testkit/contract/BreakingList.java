package io.odoosync.testkit.contract;

import java.util.AbstractList;
import java.util.List;

/** A list whose last element cannot be read: for calls that fail when they are half done. */
final class BreakingList<T> extends AbstractList<T> {

  private final List<T> readable;

  BreakingList(List<T> readable) {
    this.readable = List.copyOf(readable);
  }

  @Override
  public T get(int index) {
    if (index == readable.size()) {
      throw new IllegalStateException("The last element cannot be read");
    }
    return readable.get(index);
  }

  @Override
  public int size() {
    return readable.size() + 1;
  }
}
