package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two forms in which a value leaves this process. A cell is a text: {@code load} takes it, and
 * a link remembers it, so it must never change. Equal values have equal cells; {@link
 * FieldKind#parse} reads one back. The other form is what {@code write} takes.
 */
public final class Encoding {

  /**
   * In UTC, which {@code load} only understands if the call's context has the time zone ({@code
   * tz}) UTC: else it takes the user's.
   */
  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** Removes what was there before. */
  private static final int REPLACE = 6;

  private Encoding() {}

  /**
   * The value as a cell; an empty one clears the field. A record that is only planned has no id, so
   * its cell is its key: unlike any other record's, and nothing that Odoo would take.
   */
  public static String cell(FieldValue value) {
    if (value instanceof FieldValue.Flag flag) {
      return flag.value() ? "1" : "0";
    } else if (value instanceof FieldValue.Decimal decimal) {
      return decimal.value().toPlainString();
    } else if (value instanceof FieldValue.Moment moment) {
      return MOMENT.format(moment.value());
    } else if (value instanceof FieldValue.References references) {
      return references.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    } else if (value instanceof FieldValue.Json json) {
      return json.json();
    } else if (value instanceof FieldValue.LocalReference local && local.id() == null) {
      return local.key().toString();
    }
    Object plain = value.orNull();
    return plain == null ? "" : plain.toString();
  }

  /** The column of {@code load} that takes the value's cell. */
  static String column(String field, FieldValue value) {
    boolean refers =
        value instanceof FieldValue.Reference
            || value instanceof FieldValue.LocalReference
            || value instanceof FieldValue.References;
    return refers ? field + "/.id" : field;
  }

  /**
   * The value as {@code write} takes it; {@code null} clears the field.
   *
   * @throws IllegalStateException if it is a record that is only planned
   */
  static @Nullable Object written(FieldValue value) {
    if (value instanceof FieldValue.References references) {
      return List.of(List.of(REPLACE, 0, references.ids()));
    } else if (value instanceof FieldValue.LocalReference local && local.id() == null) {
      throw new IllegalStateException(local.key() + " is not in Odoo yet");
    }
    return value.orNull();
  }
}
