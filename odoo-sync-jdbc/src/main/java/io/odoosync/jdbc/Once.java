package io.odoosync.jdbc;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is found out at its first use and kept from then on. A failure is not kept: the next use
 * tries again. Who asks must hold no connection, because all others wait meanwhile.
 */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> finding;
  private volatile @Nullable T found;

  Once(Supplier<T> finding) {
    this.finding = finding;
  }

  @Override
  public T get() {
    T known = found;
    return known == null ? find() : known;
  }

  /** Finds it out, unless that was done already. */
  void require() {
    if (!isKnown()) {
      find();
    }
  }

  boolean isKnown() {
    return found != null;
  }

  private synchronized T find() {
    T known = found;
    if (known == null) {
      known = finding.get();
      found = known;
    }
    return known;
  }
}
