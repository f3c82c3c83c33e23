package io.odoosync.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value as it travels to and from Odoo: a text, a number, a flag, a list, a map, or null.
 * Immutable, and so are its lists and maps.
 *
 * <pre>{@code
 * OdooValue answer = client.call(MethodCall.of("crm.lead", "copy").ids(List.of(7L)));
 * long copy = answer.get(0).asWhole();
 * }</pre>
 *
 * <p>Each kind has two accessors. {@link #text()} answers nothing for a value of another kind,
 * which suits Odoo's {@code false} for an absent text; {@link #asText()} fails and says what it
 * found.
 *
 * <p>Numbers keep every digit, and are equal whatever their scale: {@code 10} is {@code 10.00}.
 */
public final class OdooValue {

  /** What a value can be. */
  public enum Kind {
    /** A text; dates and times are texts too. */
    TEXT,
    /** A number, whole or not. */
    NUMBER,
    /** A boolean. {@code false} also stands for an absent value. */
    FLAG,
    /** Values in an order. */
    LIST,
    /** Values by name. */
    MAP,
    /** Null: what a method returned that returned nothing. */
    NULL
  }

  /** The one value of {@link Kind#NULL}. */
  public static final OdooValue NULL = new OdooValue(Kind.NULL, "null");

  /** How Odoo writes a time: UTC, to the second. */
  static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final OdooValue TRUE = new OdooValue(Kind.FLAG, true);
  private static final OdooValue FALSE = new OdooValue(Kind.FLAG, false);

  private final Kind kind;

  /** A whole number that fits is a {@code Long}, since most numbers of an answer are ids. */
  private final Object content;

  private OdooValue(Kind kind, Object content) {
    this.kind = kind;
    this.content = content;
  }

  /**
   * Turns a Java value into what Odoo reads.
   *
   * @param value a text, a number, a boolean, a {@link LocalDate}, an {@link Instant} (sent in UTC,
   *     to the second), a collection or map of these, a {@link Domain} or an {@code OdooValue};
   *     {@code null} becomes {@code false}, Odoo's absent value
   * @return the value; collections and maps are copied, in their order
   * @throws IllegalArgumentException if it is of another type, or a number that is none
   */
  public static OdooValue of(@Nullable Object value) {
    if (value == null) {
      return FALSE;
    } else if (value instanceof OdooValue known) {
      return known;
    } else if (value instanceof Collection<?> values) {
      return new OdooValue(Kind.LIST, values.stream().map(OdooValue::of).toList());
    } else if (value instanceof Map<?, ?> values) {
      return map(values);
    } else if (value instanceof Domain domain) {
      return domain.toValue();
    }
    return scalar(value);
  }

  private static OdooValue map(Map<?, ?> values) {
    Map<String, OdooValue> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put(String.valueOf(name), of(value)));
    return new OdooValue(Kind.MAP, Collections.unmodifiableMap(copy));
  }

  private static OdooValue scalar(Object value) {
    if (value instanceof CharSequence || value instanceof LocalDate) {
      return new OdooValue(Kind.TEXT, value.toString());
    } else if (value instanceof Boolean flag) {
      return flag ? TRUE : FALSE;
    } else if (value instanceof Number number) {
      return new OdooValue(Kind.NUMBER, exact(number));
    } else if (value instanceof Instant instant) {
      return new OdooValue(Kind.TEXT, DATETIME.format(instant));
    }
    throw new IllegalArgumentException(
        "a value for Odoo must be text, a number, a boolean, a LocalDate, an Instant, a collection,"
            + " a map, a Domain or an OdooValue, but is a "
            + value.getClass().getTypeName());
  }

  private static Number exact(Number number) {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      return number.longValue();
    } else if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof Double || number instanceof Float) {
      return BigDecimal.valueOf(number.doubleValue());
    }
    return new BigDecimal(number.toString());
  }

  /**
   * What the value is.
   *
   * @return its kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether there is no value at all. Odoo's absent value is {@code false}, not null.
   *
   * @return {@code true} for {@link #NULL}
   */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /**
   * The value as a text.
   *
   * @return the text, unless it is of another kind
   */
  public Optional<String> text() {
    return content(Kind.TEXT);
  }

  /**
   * The value as a number.
   *
   * @return the number with every digit, unless it is of another kind
   */
  public Optional<BigDecimal> number() {
    return this.<Number>content(Kind.NUMBER).map(OdooValue::decimal);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  /**
   * The value as a whole number, such as a database id.
   *
   * @return the number, unless it is of another kind, has a fraction, or is larger than a long
   */
  public Optional<Long> whole() {
    return content instanceof Long whole
        ? Optional.of(whole)
        : number().filter(OdooValue::isLong).map(BigDecimal::longValue);
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(SMALLEST_LONG) >= 0
        && number.compareTo(LARGEST_LONG) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  /**
   * The value as a boolean.
   *
   * @return the boolean, unless it is of another kind
   */
  public Optional<Boolean> flag() {
    return content(Kind.FLAG);
  }

  /**
   * The value as a list.
   *
   * @return the values in their order, unless it is of another kind
   */
  public Optional<List<OdooValue>> list() {
    return content(Kind.LIST);
  }

  /**
   * The value as a map.
   *
   * @return the values by name, in the order in which they were written, unless it is of another
   *     kind
   */
  public Optional<Map<String, OdooValue>> map() {
    return content(Kind.MAP);
  }

  @SuppressWarnings("unchecked") // The content of each kind is of one type.
  private <T> Optional<T> content(Kind expected) {
    return kind == expected ? Optional.of((T) content) : Optional.empty();
  }

  /**
   * The value as a text.
   *
   * @return the text
   * @throws IllegalStateException if it is of another kind; it says which
   */
  public String asText() {
    return text().orElseThrow(() -> unexpected("a text"));
  }

  /**
   * The value as a number.
   *
   * @return the number with every digit
   * @throws IllegalStateException if it is of another kind; it says which
   */
  public BigDecimal asNumber() {
    return number().orElseThrow(() -> unexpected("a number"));
  }

  /**
   * The value as a whole number, such as a database id.
   *
   * @return the number
   * @throws IllegalStateException if it is of another kind, has a fraction, or is larger than a
   *     long; it says which
   */
  public long asWhole() {
    return whole().orElseThrow(() -> unexpected("a whole number"));
  }

  /**
   * The value as a boolean.
   *
   * @return the boolean
   * @throws IllegalStateException if it is of another kind; it says which
   */
  public boolean asFlag() {
    return flag().orElseThrow(() -> unexpected("true or false"));
  }

  /**
   * The value as a list.
   *
   * @return the values in their order
   * @throws IllegalStateException if it is of another kind; it says which
   */
  public List<OdooValue> asList() {
    return list().orElseThrow(() -> unexpected("a list"));
  }

  /**
   * The value as a map.
   *
   * @return the values by name, in the order in which they were written
   * @throws IllegalStateException if it is of another kind; it says which
   */
  public Map<String, OdooValue> asMap() {
    return map().orElseThrow(() -> unexpected("a map"));
  }

  private IllegalStateException unexpected(String expected) {
    return new IllegalStateException("expected " + expected + ", but found " + described());
  }

  /** Never a text itself, which may be anybody's data. */
  private String described() {
    return switch (kind) {
      case TEXT -> "a text of length " + asText().length();
      case NUMBER -> "the number " + this;
      case LIST -> "a list of size " + asList().size();
      case MAP -> "a map of size " + asMap().size();
      case FLAG, NULL -> toString();
    };
  }

  /**
   * Whether the value is a map in which this name has a value, null included.
   *
   * @param name the name
   * @return {@code false} also for a value of another kind
   */
  public boolean has(String name) {
    return map().filter(values -> values.containsKey(name)).isPresent();
  }

  /**
   * The value that a map has for a name.
   *
   * @param name the name
   * @return the value, or {@link #NULL} if there is none, or if this is no map
   */
  public OdooValue get(String name) {
    return map().map(values -> values.get(name)).orElse(NULL);
  }

  /**
   * The value at a place of a list.
   *
   * @param index the place, counted from 0
   * @return the value, or {@link #NULL} if there is none, or if this is no list
   */
  public OdooValue get(int index) {
    return list()
        .filter(values -> index >= 0 && index < values.size())
        .map(values -> values.get(index))
        .orElse(NULL);
  }

  /** Whether both are the same value; numbers are, whatever their scale. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OdooValue that
        && kind == that.kind
        && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }

  private Object comparable() {
    return content instanceof Number number ? decimal(number).stripTrailingZeros() : content;
  }

  /** The value as JSON, of which at most 500 characters are shown. */
  @Override
  public String toString() {
    return new Excerpt().of(this);
  }

  /** The beginning of a value as JSON. */
  private static final class Excerpt {
    private static final int LENGTH = 500;

    private final StringBuilder text = new StringBuilder();

    private String of(OdooValue value) {
      add(value);
      return isFull() ? text.substring(0, LENGTH) + "…" : text.toString();
    }

    private boolean isFull() {
      return text.length() > LENGTH;
    }

    private void add(OdooValue value) {
      switch (value.kind) {
        case TEXT -> quote(value.asText());
        case LIST -> addAll("[", value.asList(), this::add, "]");
        case MAP -> addAll("{", value.asMap().entrySet(), this::addEntry, "}");
        case NUMBER, FLAG, NULL -> text.append(value.content);
      }
    }

    private <T> void addAll(String open, Collection<T> parts, Consumer<T> adder, String close) {
      text.append(open);
      String separator = "";
      for (T part : parts) {
        if (isFull()) {
          return;
        }
        text.append(separator);
        adder.accept(part);
        separator = ",";
      }
      text.append(close);
    }

    private void addEntry(Map.Entry<String, OdooValue> entry) {
      quote(entry.getKey());
      text.append(':');
      add(entry.getValue());
    }

    private void quote(String words) {
      text.append('"');
      words.chars().limit(LENGTH).forEach(this::addEscaped);
      text.append('"');
    }

    private void addEscaped(int character) {
      if (character < ' ') {
        text.append(String.format("\\u%04x", character));
      } else {
        text.append(character == '"' || character == '\\' ? "\\" : "").append((char) character);
      }
    }
  }
}
