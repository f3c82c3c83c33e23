package io.odoosync.internal.field;

import io.odoosync.LocalKey;
import io.odoosync.TypedValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed value of one field. Typed before it leaves, because Odoo silently clears a many2one that
 * is given a text.
 */
public sealed interface FieldValue {

  /** Nothing: Odoo's {@code false}. */
  record Absent() implements FieldValue {
    @Override
    public String cell() {
      return "";
    }

    @Override
    public TypedValue typed() {
      return TypedValue.NOTHING;
    }

    @Override
    public @Nullable Object written() {
      return null;
    }
  }

  /** A char, text, html or selection field. */
  record Text(String value) implements FieldValue {
    @Override
    public String cell() {
      return value;
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** A float or monetary field, without insignificant zeros. */
  record Decimal(BigDecimal value) implements FieldValue {
    public Decimal {
      value = plain(value);
    }

    private static BigDecimal plain(BigDecimal value) {
      BigDecimal stripped = value.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String cell() {
      return value.toPlainString();
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** An integer field. */
  record Whole(long value) implements FieldValue {
    @Override
    public String cell() {
      return Long.toString(value);
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** A boolean field. */
  record Flag(boolean value) implements FieldValue {
    @Override
    public String cell() {
      return value ? "1" : "0";
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** A date field. */
  record Day(LocalDate value) implements FieldValue {
    @Override
    public String cell() {
      return value.toString();
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /**
   * A datetime field, to the second. Its cell is in UTC, which {@code load} only understands if the
   * call's context has the time zone ({@code tz}) UTC: else it takes the user's.
   */
  record Moment(Instant value) implements FieldValue {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    public Moment {
      value = value.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String cell() {
      return FORMAT.format(value);
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(value);
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** A many2one field. */
  record Reference(long id) implements FieldValue {
    @Override
    public String column(String field) {
      return field + "/.id";
    }

    @Override
    public String cell() {
      return Long.toString(id);
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(id);
    }

    @Override
    public Object written() {
      return id;
    }
  }

  /**
   * A many2one field that points to a customer.
   *
   * @param key the customer's key
   * @param id its partner; {@code null} while that is only planned to be created
   */
  record Customer(LocalKey key, @Nullable Long id) implements FieldValue {
    @Override
    public String column(String field) {
      return field + "/.id";
    }

    @Override
    public String cell() {
      return id == null ? "" : Long.toString(id);
    }

    @Override
    public String words() {
      return key.toString();
    }

    @Override
    public @Nullable Object written() {
      return id;
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(id);
    }
  }

  /** A many2many field, to hold exactly these records. */
  record References(List<Long> ids) implements FieldValue {
    public References {
      ids = List.copyOf(ids);
    }

    @Override
    public String column(String field) {
      return field + "/.id";
    }

    @Override
    public String cell() {
      return joined(ids);
    }

    @Override
    public String canonical() {
      return joined(ids.stream().sorted().distinct().toList());
    }

    private static String joined(List<Long> ids) {
      return String.join(",", ids.stream().map(String::valueOf).toList());
    }

    @Override
    public TypedValue typed() {
      return TypedValue.of(ids);
    }

    @Override
    public Object written() {
      return List.of(List.of(6, 0, ids));
    }
  }

  /** The column of {@code load} that takes a value of this type. */
  default String column(String field) {
    return field;
  }

  /** The value as a cell of {@code load}; an empty cell clears the field. */
  String cell();

  /** The cell in the one form that equal values share, for comparing and remembering. */
  default String canonical() {
    return cell();
  }

  /** The value for people, in a plan. */
  default String words() {
    return cell();
  }

  /** The value for the host. */
  TypedValue typed();

  /** The value as {@code write} takes it. */
  @Nullable Object written();

  /** A text value, or absent if the text is {@code null} or blank; outer white space is dropped. */
  static FieldValue text(@Nullable String value) {
    return value == null || value.isBlank() ? new Absent() : new Text(value.strip());
  }

  /** A date value, or absent. */
  static FieldValue day(@Nullable LocalDate value) {
    return value == null ? new Absent() : new Day(value);
  }

  /** A many2one value, or absent. */
  static FieldValue reference(@Nullable Long id) {
    return id == null ? new Absent() : new Reference(id);
  }
}
