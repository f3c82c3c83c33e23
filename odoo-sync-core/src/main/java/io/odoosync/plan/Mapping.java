package io.odoosync.plan;

import java.util.List;

/** What became of mapping a local record to Odoo's fields. */
public sealed interface Mapping {

  /**
   * Odoo's fields.
   *
   * @param fields the fields that are kept in step
   * @param onCreate fields that are set when the record is created and then left to Odoo's users
   * @param lines the lines of a document, in their order
   */
  record Mapped(FieldValues fields, FieldValues onCreate, List<FieldValues> lines)
      implements Mapping {
    public Mapped {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The record itself can't be mapped; {@code reason} says which part, why and what is expected.
   */
  record Rejected(String reason) implements Mapping {}

  /** The record depends on another one that is not in Odoo. */
  record Blocked(String reason) implements Mapping {}
}
