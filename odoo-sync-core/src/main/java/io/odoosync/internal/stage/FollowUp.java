package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left to do for records once they are in Odoo. */
public interface FollowUp<T extends SourceRecord> {

  /**
   * A record that is in Odoo, or will be.
   *
   * @param source the local record
   * @param link its link, never pending; {@code null} if it is only planned to be created
   */
  record Followed<T>(T source, @Nullable Link link) {}

  /**
   * Finds out what {@link #apply} would do. Writes nothing anywhere.
   *
   * @param records the records of a batch
   * @return for each record that lacks something, the missing steps in their order and in words,
   *     for example {@code stage → Qualified}; the same words as long as nothing has moved
   */
  Map<LocalKey, List<String>> plan(Map<LocalKey, Followed<T>> records);

  /**
   * Does it.
   *
   * @param records the records of a batch that are in Odoo; each has a link
   * @return the records that were changed by it, or for which it failed; the others keep the
   *     outcome that they have
   */
  Map<LocalKey, Outcome> apply(Map<LocalKey, Followed<T>> records);

  /** There is nothing left to do. */
  static <T extends SourceRecord> FollowUp<T> nothing() {
    return new FollowUp<>() {
      @Override
      public Map<LocalKey, List<String>> plan(Map<LocalKey, Followed<T>> records) {
        return Map.of();
      }

      @Override
      public Map<LocalKey, Outcome> apply(Map<LocalKey, Followed<T>> records) {
        return Map.of();
      }
    };
  }
}
