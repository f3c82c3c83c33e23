package io.odoosync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The state that the sync last agreed on with Odoo, as the link remembers it: each field with the
 * cell that was sent. A field whose mapped value still gives the same cell has not changed locally.
 */
public final class Base {

  private static final String SENT = "sent";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode sent;

  private Base(ObjectNode sent) {
    this.sent = sent;
  }

  /** The base of a record that was sent with these values. */
  public static Base of(FieldValues values) {
    ObjectNode sent = MAPPER.createObjectNode();
    values.byField().forEach((field, value) -> sent.put(field, value.cell()));
    return new Base(sent);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @param text {@code null} if nothing was agreed yet
   */
  public static Base parse(@Nullable String text) {
    if (text == null) {
      return new Base(MAPPER.createObjectNode());
    }
    try {
      return new Base(MAPPER.readTree(text).withObject("/" + SENT));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the id store returned a damaged base", e);
    }
  }

  /** Those values that differ from what was sent. */
  public FieldValues changed(FieldValues values) {
    return values.where((field, value) -> !value.cell().equals(sentCell(field)));
  }

  private String sentCell(String field) {
    JsonNode cell = sent.path(field);
    return cell.isTextual() ? cell.textValue() : "";
  }

  /** The form in which the id store keeps it. */
  public String text() {
    return MAPPER.createObjectNode().set(SENT, sent).toString();
  }
}
