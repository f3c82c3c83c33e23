package io.odoosync.benchmarks.endtoend;

/**
 * A way to bring records into Odoo.
 *
 * @param name as the table calls it
 * @param sort what it is compared as
 * @param opening begins with records of its own
 */
record Contender(String name, Sort sort, Opening opening) {

  /** What a contender is compared as. */
  enum Sort {
    /** This library. */
    ENGINE,
    /** Batches written by hand, and read back: what the library is measured by. */
    BY_HAND,
    /** Batches written by hand whose outcome nobody looks at. */
    BY_HAND_UNREAD,
    /** Another library, or one call a record. */
    PEER
  }

  /** Begins. */
  @FunctionalInterface
  interface Opening {

    /**
     * Begins with records that nobody had before.
     *
     * @param mark lower-case letters and digits, to tell these records from others
     */
    Session open(String mark, Sizes sizes);
  }
}
