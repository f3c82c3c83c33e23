package io.odoosync.internal.exchange;

import java.util.List;
import java.util.Set;

/** A change of records that are in Odoo: how to make it, and how to see whether it was made. */
public interface BatchWrite {

  /**
   * Makes the change in one call, which Odoo carries out for all of the records or for none.
   *
   * @param odooIds one record or more
   */
  void make(List<Long> odooIds);

  /** What names the kind of work that it is, of which the pace is remembered. */
  default Object work() {
    return getClass();
  }

  /**
   * Whether it may be made for some records while it is made for others: it must touch nothing but
   * the client then, and nothing in Odoo that the records share. Else it is made in the order of
   * the records.
   */
  default boolean isMadeAtOnce() {
    return false;
  }

  /** The most records of one call. */
  default int most() {
    return Integer.MAX_VALUE;
  }

  /**
   * Reads back for which of these records the change is in effect. Asked after a call whose outcome
   * is unknown, before anything is tried again.
   *
   * @param odooIds one record or more
   */
  Set<Long> made(List<Long> odooIds);
}
