package io.odoosync.internal.exchange;

import io.odoosync.odoo.OdooOutcomeUnknownException;
import java.util.function.IntFunction;

/** How many records a page has: as many as are wanted, fewer once their answer was too large. */
final class PageSize {

  private int records;

  private PageSize(int records) {
    this.records = records;
  }

  /** Starts with the largest page. */
  static PageSize upTo(int records) {
    return new PageSize(records);
  }

  /** How many records the page had that was read last. */
  int records() {
    return records;
  }

  /**
   * Reads a page.
   *
   * @param page reads one of so many records
   */
  <T> T read(IntFunction<T> page) {
    while (true) {
      try {
        return page.apply(records);
      } catch (OdooOutcomeUnknownException e) {
        if (records == 1 || !e.isForSize()) {
          throw e;
        }
        records /= 2;
      }
    }
  }
}
