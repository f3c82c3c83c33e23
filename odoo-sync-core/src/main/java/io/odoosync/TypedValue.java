package io.odoosync;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of an Odoo field, in Java's terms, or nothing. {@code Integer} and {@code Long} are the
 * same value, and so are {@code 10} and {@code 10.00}.
 *
 * @param value {@code null} for nothing, else one of
 *     <ul>
 *       <li>{@link String}: char, text, selection; html, as markup
 *       <li>{@link Long}: integer; many2one, as the record's database id
 *       <li>{@link BigDecimal}: float, monetary
 *       <li>{@link Boolean}: boolean
 *       <li>{@link LocalDate}: date
 *       <li>{@link Instant}: datetime
 *       <li>{@link List} of {@link Long}: many2many, as database ids
 *     </ul>
 */
public record TypedValue(@Nullable Object value) {

  /** Nothing: what Odoo writes as {@code false}. */
  public static final TypedValue NOTHING = new TypedValue(null);

  /**
   * Checks the type, and makes equal values alike.
   *
   * @throws IllegalArgumentException if the value is of another type
   */
  public TypedValue {
    value = value == null ? null : alike(value);
  }

  private static Object alike(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof BigDecimal decimal) {
      BigDecimal stripped = decimal.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    } else if (value instanceof Collection<?> ids) {
      return ids(ids);
    } else if (value instanceof String
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof Instant) {
      return value;
    }
    throw refused("a " + value.getClass().getName());
  }

  private static List<Long> ids(Collection<?> elements) {
    List<Long> ids = new ArrayList<>();
    for (Object element : elements) {
      if (!(element instanceof Long) && !(element instanceof Integer)) {
        throw refused("a collection of something else");
      }
      ids.add(((Number) element).longValue());
    }
    return List.copyOf(ids);
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "value must be a String, Integer, Long, BigDecimal, Boolean, LocalDate, Instant, a"
            + " collection of Long ids, or null, but is "
            + what);
  }

  /**
   * Wraps a value.
   *
   * @param value of one of the types that {@link #value()} names, or {@code null}
   * @return the value
   * @throws IllegalArgumentException if the value is of another type
   */
  public static TypedValue of(@Nullable Object value) {
    return value == null ? NOTHING : new TypedValue(value);
  }

  /**
   * Whether there is no value.
   *
   * @return {@code true} for nothing; a blank text is something
   */
  public boolean isNothing() {
    return value == null;
  }

  /**
   * The value as a text.
   *
   * @return the text, unless it is nothing or of another type
   */
  public Optional<String> text() {
    return as(String.class);
  }

  /**
   * The value as a number, whether whole or decimal.
   *
   * @return the number, unless it is nothing or of another type
   */
  public Optional<BigDecimal> number() {
    return value instanceof Long whole
        ? Optional.of(BigDecimal.valueOf(whole))
        : as(BigDecimal.class);
  }

  /**
   * The value as a boolean.
   *
   * @return the boolean, unless it is nothing or of another type
   */
  public Optional<Boolean> flag() {
    return as(Boolean.class);
  }

  /**
   * The value as a day.
   *
   * @return the day, unless it is nothing or of another type
   */
  public Optional<LocalDate> day() {
    return as(LocalDate.class);
  }

  /**
   * The value as a moment.
   *
   * @return the moment, unless it is nothing or of another type
   */
  public Optional<Instant> moment() {
    return as(Instant.class);
  }

  private <T> Optional<T> as(Class<T> type) {
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /** The value for a person: a text in quotes, {@code nothing}, a number without exponent. */
  @Override
  public String toString() {
    if (value == null) {
      return "nothing";
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof String ? "'" + value + "'" : value.toString();
  }
}
