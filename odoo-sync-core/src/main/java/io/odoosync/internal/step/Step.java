package io.odoosync.internal.step;

import io.odoosync.store.SyncEvent;
import java.util.List;
import java.util.Optional;

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

  /**
   * What is put on record once it is taken.
   *
   * @param progress of a record that lacks it
   * @return nothing for a step that only looks
   */
  default Optional<Deed> deed(P progress) {
    List<String> words = words(progress);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Deed(SyncEvent.STEP_TAKEN, String.join(", ", words)));
  }

  /** Whether it is taken for a record of which an earlier step failed. */
  default boolean followsFailure() {
    return false;
  }
}
