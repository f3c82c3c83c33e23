package io.odoosync.odoo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of Odoo's {@code load}: all records were loaded, or none.
 *
 * @param ids database ids, one for each record and in their order; empty if nothing was loaded
 * @param messages errors and warnings
 */
public record LoadResult(List<Long> ids, List<Message> messages) {

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
  public List<Message> errors() {
    return messages.stream().filter(Message::error).toList();
  }

  /**
   * What Odoo's {@code load} says about a record that it was given.
   *
   * @param error whether the message is why nothing was loaded, rather than a warning
   * @param text Odoo's words
   * @param record which record, counted from 0 (not the row: a record with lines has several);
   *     {@code null} if Odoo did not say
   * @param field the column's field, or {@code null}
   */
  public record Message(
      boolean error, String text, @Nullable Integer record, @Nullable String field) {}
}
