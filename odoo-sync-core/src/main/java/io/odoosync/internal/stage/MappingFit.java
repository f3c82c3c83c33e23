package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.RunStoppedException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the host's own mapping fits the server. One that does not fit a record is that record's
 * failure; one that fits none of them is wrong itself.
 */
final class MappingFit {

  private boolean fits;
  private @Nullable Failure misfit;

  /** A record was mapped. */
  void add(Mapping mapping) {
    if (mapping instanceof Mapping.Mapped) {
      fits = true;
    } else if (mapping instanceof Mapping.Misfit one && misfit == null) {
      misfit = one.failure();
    }
  }

  /**
   * Makes sure that there is a record that it fits, if there are any.
   *
   * @throws RunStoppedException if there is none
   */
  void require() {
    if (misfit != null && !fits) {
      throw new RunStoppedException(misfit, null);
    }
  }
}
