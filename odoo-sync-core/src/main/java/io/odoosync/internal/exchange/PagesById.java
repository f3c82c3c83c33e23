package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Page;

/**
 * Walks through what Odoo has page by page, in the order of the ids. They must grow: else a server
 * that gives one page again and again would never come to its end.
 */
final class PagesById {

  private final String model;
  private long last;

  /** Begins with the first page. */
  PagesById(String model) {
    this.model = model;
  }

  /** A page of records that are asked for by their ids. */
  static Page of(int size) {
    return Page.first(size).orderedBy("id");
  }

  /** The highest id so far: the next page is that of the higher ones; 0 at the beginning. */
  long last() {
    return last;
  }

  /**
   * Takes the next id of a page.
   *
   * @throws RunStoppedException if it is not higher than all before
   */
  void took(long id) {
    if (id <= last) {
      throw new RunStoppedException(
          Failure.of(
              FailureCause.ODOO_FAULT,
              "asked for "
                  + model
                  + " records after id "
                  + last
                  + " in the order of their ids, Odoo answered id "
                  + id,
              "Find out what stands between here and Odoo and repeats its answers."),
          null);
    }
    last = id;
  }
}
