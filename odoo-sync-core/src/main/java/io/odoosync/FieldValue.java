package io.odoosync;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The value of one field in Odoo, as hosts, mappings and conflict policies see it. Immutable. Two
 * values that Odoo would store alike are equal: {@code 10} and {@code 10.00}, the same moment to
 * the second, the same records in any order.
 *
 * <table>
 * <caption>Which fields hold which values</caption>
 * <tr><th>type of the field</th><th>value</th><th>in Java</th></tr>
 * <tr><td>any, without a value</td><td>{@link Nothing}</td><td>{@code null}</td></tr>
 * <tr><td>char, text, selection; html, as markup</td><td>{@link Text}</td>
 *     <td>{@link String}</td></tr>
 * <tr><td>integer</td><td>{@link Whole}</td><td>{@link Long}, {@link Integer}</td></tr>
 * <tr><td>float, monetary</td><td>{@link Decimal}</td><td>{@link BigDecimal}</td></tr>
 * <tr><td>boolean</td><td>{@link Flag}</td><td>{@link Boolean}</td></tr>
 * <tr><td>date</td><td>{@link Day}</td><td>{@link LocalDate}</td></tr>
 * <tr><td>datetime</td><td>{@link Moment}</td><td>{@link Instant}</td></tr>
 * <tr><td>many2one</td><td>{@link Reference}, {@link LocalReference}</td>
 *     <td>{@link Long}, the record's database id</td></tr>
 * <tr><td>many2many</td><td>{@link References}</td>
 *     <td>{@link Collection} of {@link Long}, database ids</td></tr>
 * <tr><td>json</td><td>{@link Json}</td><td>{@link Map}</td></tr>
 * </table>
 *
 * <p>Fields of other types, such as one2many or binary, are not kept in step. Where a host
 * gives a value, it may give the Java object instead; it becomes what the field's type asks for.
 */
public sealed interface FieldValue {

  /** No value: what Odoo writes as {@code false}. */
  record Nothing() implements FieldValue {
    @Override
    public @Nullable Object orNull() {
      return null;
    }

    @Override
    public String toString() {
      return "nothing";
    }
  }

  /**
   * A text.
   *
   * @param value the text; a blank one is something
   */
  record Text(String value) implements FieldValue {
    /** Checks that there is a text. */
    public Text {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String orNull() {
      return value;
    }

    @Override
    public String toString() {
      return "'" + value + "'";
    }
  }

  /**
   * A whole number.
   *
   * @param value the number
   */
  record Whole(long value) implements FieldValue {
    @Override
    public Long orNull() {
      return value;
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * A decimal number.
   *
   * @param value the number, without insignificant zeros
   */
  record Decimal(BigDecimal value) implements FieldValue {
    /** Drops insignificant zeros, so that equal numbers are equal. */
    public Decimal {
      BigDecimal stripped = value.stripTrailingZeros();
      value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public BigDecimal orNull() {
      return value;
    }

    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  /**
   * Yes or no.
   *
   * @param value {@code true} for yes
   */
  record Flag(boolean value) implements FieldValue {
    @Override
    public Boolean orNull() {
      return value;
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * A day.
   *
   * @param value the day
   */
  record Day(LocalDate value) implements FieldValue {
    /** Checks that there is a day. */
    public Day {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public LocalDate orNull() {
      return value;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A moment.
   *
   * @param value the moment, to the second, which is as much as Odoo keeps
   */
  record Moment(Instant value) implements FieldValue {
    /** Drops fractions of a second. */
    public Moment {
      value = value.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Instant orNull() {
      return value;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * One record in Odoo.
   *
   * @param id its database id
   */
  record Reference(long id) implements FieldValue {
    @Override
    public Long orNull() {
      return id;
    }

    @Override
    public String toString() {
      return Long.toString(id);
    }
  }

  /**
   * One record in Odoo that stands for a record of the host.
   *
   * @param key the host's record
   * @param id its database id in Odoo; {@code null} in a plan that has yet to create it
   */
  record LocalReference(LocalKey key, @Nullable Long id) implements FieldValue {
    /** Checks that there is a key. */
    public LocalReference {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public @Nullable Long orNull() {
      return id;
    }

    @Override
    public String toString() {
      return id == null ? key.toString() : id + " (" + key + ")";
    }
  }

  /**
   * Any number of records in Odoo: these and no others.
   *
   * @param ids their database ids in ascending order; possibly none
   */
  record References(Set<Long> ids) implements FieldValue {
    /** Copies the ids. */
    public References {
      ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    /**
     * Copies the ids.
     *
     * @param ids database ids in any order; one that is repeated counts once
     */
    public References(Collection<Long> ids) {
      this(new TreeSet<>(ids));
    }

    @Override
    public Set<Long> orNull() {
      return ids;
    }

    @Override
    public String toString() {
      return ids.toString();
    }
  }

  /**
   * A JSON value, as one whole: whoever writes it replaces all of it.
   *
   * @param json the JSON; its names are put in order, white space goes
   */
  record Json(String json) implements FieldValue {
    /**
     * Brings the text into one form.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public Json {
      json = JsonText.of(JsonText.parse(json));
    }

    /**
     * Takes a Java object.
     *
     * @param value a text, number, boolean or {@code null}, a list or a map of these
     * @return the value
     */
    public static Json of(@Nullable Object value) {
      return new Json(JsonText.of(value));
    }

    /** The value as maps, lists, texts, numbers and booleans. */
    @Override
    public @Nullable Object orNull() {
      return JsonText.parse(json);
    }

    @Override
    public String toString() {
      return json;
    }
  }

  /**
   * Wraps a Java object.
   *
   * @param value an object of a type that the table above names, also {@link Short} and {@link
   *     Byte}; a {@code FieldValue} stays as it is; {@code null} is nothing
   * @return the value; a {@link Long} becomes {@link Whole}, which a many2one takes as well
   * @throws IllegalArgumentException if it is of another type
   */
  static FieldValue of(@Nullable Object value) {
    if (value == null) {
      return nothing();
    } else if (value instanceof FieldValue known) {
      return known;
    } else if (value instanceof String text) {
      return new Text(text);
    } else if (value instanceof BigDecimal number) {
      return new Decimal(number);
    } else if (value instanceof Boolean flag) {
      return new Flag(flag);
    } else if (value instanceof LocalDate day) {
      return new Day(day);
    } else if (value instanceof Instant moment) {
      return new Moment(moment);
    } else if (value instanceof Map<?, ?> map) {
      return Json.of(map);
    } else if (value instanceof Collection<?> ids) {
      return new References(ids.stream().map(FieldValue::whole).toList());
    }
    return new Whole(whole(value));
  }

  private static Long whole(@Nullable Object value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException(
        "value must be a String, Integer, Long, BigDecimal, Boolean, LocalDate, Instant, a Map, a"
            + " collection of Long ids, or null, but is or holds "
            + (value == null ? "null" : "a " + value.getClass().getName()));
  }

  /**
   * No value.
   *
   * @return nothing
   */
  static FieldValue nothing() {
    return new Nothing();
  }

  /**
   * One record in Odoo, or none.
   *
   * @param id its database id; {@code null} for none
   * @return a {@link Reference}, or nothing
   */
  static FieldValue referenceTo(@Nullable Long id) {
    return id == null ? nothing() : new Reference(id);
  }

  /**
   * Whether there is no value.
   *
   * @return {@code true} for nothing; a blank text, 0 and no records at all are something
   */
  default boolean isNothing() {
    return this instanceof Nothing;
  }

  /**
   * The value as the Java object that {@link #of} takes, for example to store it.
   *
   * @return the object, of the type that the table above names; {@code null} for nothing
   */
  @Nullable Object orNull();

  /**
   * The value as a text.
   *
   * @return the text, unless it is nothing or of another type
   */
  default Optional<String> text() {
    return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /**
   * The value as a number, whether whole or decimal.
   *
   * @return the number, unless it is nothing or of another type
   */
  default Optional<BigDecimal> number() {
    if (this instanceof Whole whole) {
      return Optional.of(BigDecimal.valueOf(whole.value()));
    }
    return this instanceof Decimal decimal ? Optional.of(decimal.value()) : Optional.empty();
  }

  /**
   * The value as a boolean.
   *
   * @return the boolean, unless it is nothing or of another type
   */
  default Optional<Boolean> flag() {
    return this instanceof Flag flag ? Optional.of(flag.value()) : Optional.empty();
  }

  /**
   * The value as a day.
   *
   * @return the day, unless it is nothing or of another type
   */
  default Optional<LocalDate> day() {
    return this instanceof Day day ? Optional.of(day.value()) : Optional.empty();
  }

  /**
   * The value as a moment.
   *
   * @return the moment, unless it is nothing or of another type
   */
  default Optional<Instant> moment() {
    return this instanceof Moment moment ? Optional.of(moment.value()) : Optional.empty();
  }

  /**
   * The record that a many2one points to.
   *
   * @return its database id, unless it is nothing, of another type, or not in Odoo yet
   */
  default Optional<Long> reference() {
    if (this instanceof LocalReference local) {
      return Optional.ofNullable(local.id());
    }
    return this instanceof Reference reference ? Optional.of(reference.id()) : Optional.empty();
  }

  /**
   * The records that a many2many points to.
   *
   * @return their database ids in ascending order; none also if it is nothing or of another type
   */
  default Set<Long> references() {
    return this instanceof References references ? references.ids() : Set.of();
  }

  /** The value for a person: a text in quotes, {@code nothing}, a number without exponent. */
  @Override
  String toString();
}
