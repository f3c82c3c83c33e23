package io.odoosync.odoo;

import java.util.List;

/**
 * The answer of Odoo's {@code load}: all records were loaded, or none.
 *
 * @param ids database ids, one a record and in their order; empty if nothing was loaded
 * @param messages errors and warnings
 */
public record LoadResult(List<Long> ids, List<LoadMessage> messages) {

  /** Copies both lists. */
  public LoadResult {
    ids = List.copyOf(ids);
    messages = List.copyOf(messages);
  }

  /**
   * The messages that say why nothing was loaded.
   *
   * @return the errors in Odoo's order, possibly none
   */
  public List<LoadMessage> errors() {
    return messages.stream().filter(LoadMessage::error).toList();
  }
}
