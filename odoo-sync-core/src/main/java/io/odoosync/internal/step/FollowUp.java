package io.odoosync.internal.step;

import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is left to do for records once they are in Odoo. */
public interface FollowUp<T extends SourceRecord, P extends Progress> {

  /**
   * A record that is in Odoo, or will be.
   *
   * @param source the local record
   * @param link its link, never pending; {@code null} if it is only planned to be created
   * @param read what Odoo holds, with {@link FollowUp#fields()}; {@code null} if it was not read
   */
  record Followed<T>(T source, @Nullable Link link, @Nullable OdooRecord read) {}

  /** The fields that tell how far a record has come; they are read along with its values. */
  Set<String> fields();

  /**
   * Finds out how far the records of a batch have come. Writes nothing anywhere.
   *
   * @return the progress of those that may lack something, or that have failed already
   */
  List<P> open(Map<LocalKey, Followed<T>> records);

  /** The steps, in the order in which they are taken. */
  List<? extends Step<P>> steps();

  /** Remembers what was done. Called after the last step, also if one ended by an exception. */
  void close(Collection<P> work);

  /** There is nothing left to do. */
  static <T extends SourceRecord> FollowUp<T, Progress> nothing() {
    return new FollowUp<>() {
      @Override
      public Set<String> fields() {
        return Set.of();
      }

      @Override
      public List<Progress> open(Map<LocalKey, Followed<T>> records) {
        return List.of();
      }

      @Override
      public List<Step<Progress>> steps() {
        return List.of();
      }

      @Override
      public void close(Collection<Progress> work) {
        // Nothing was done.
      }
    };
  }
}
