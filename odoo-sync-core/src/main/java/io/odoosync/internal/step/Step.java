package io.odoosync.internal.step;

import java.util.List;

/** One step that may follow once a record is in Odoo: whether it is open, its words, its deed. */
public interface Step<P extends Progress> {

  /** Whether a record lacks it now. */
  boolean isOpen(P progress);

  /**
   * The step in words, for a plan.
   *
   * @param progress of a record that lacks it
   * @return for example {@code stage → Qualified}; the same words as long as nothing has moved;
   *     none for a step that only looks
   */
  List<String> words(P progress);

  /** Takes it, for all records of a batch that lack it. Its failure is the record's. */
  void take(List<P> open);

  /** Whether it is taken for a record of which an earlier step failed. */
  default boolean followsFailure() {
    return false;
  }
}
