package io.odoosync.internal.intake.spool;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordOutput} wrote, in the same order. */
public final class RecordInput {

  private final DataInputStream in;
  private final KeptObjects kept;

  RecordInput(DataInputStream in, KeptObjects kept) {
    this.in = in;
    this.kept = kept;
  }

  /** Reads the value of one part. */
  @FunctionalInterface
  public interface Part<V> {
    /** Reads it. */
    V read() throws IOException;
  }

  /** Something that may be absent. */
  public <V> @Nullable V optional(Part<V> part) throws IOException {
    return flag() ? part.read() : null;
  }

  /** Several in their order. */
  public <V> List<V> list(Part<V> part) throws IOException {
    List<V> values = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      values.add(part.read());
    }
    return values;
  }

  /** Entries in their order. */
  public <V> Map<String, V> map(Part<V> part) throws IOException {
    Map<String, V> values = new LinkedHashMap<>();
    for (int left = number(); left > 0; left--) {
      String name = requiredText();
      values.put(name, part.read());
    }
    return values;
  }

  /** A text that may be absent. */
  public @Nullable String text() throws IOException {
    int length = number();
    if (length < 0) {
      return null;
    }
    return flag() ? narrow(length) : wide(length);
  }

  private String narrow(int length) throws IOException {
    return new String(bytes(length), StandardCharsets.ISO_8859_1);
  }

  private String wide(int length) throws IOException {
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      characters[i] = in.readChar();
    }
    return new String(characters);
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  /** A text that is there. */
  public String requiredText() throws IOException {
    return Objects.requireNonNull(text());
  }

  /**
   * A constant that may be absent.
   *
   * @param all all constants of its type
   */
  public <E extends Enum<E>> @Nullable E constant(E[] all) throws IOException {
    int ordinal = in.readByte();
    return ordinal < 0 ? null : all[ordinal];
  }

  public boolean flag() throws IOException {
    return in.readBoolean();
  }

  public int number() throws IOException {
    return in.readInt();
  }

  public long longNumber() throws IOException {
    return in.readLong();
  }

  /** A number with its scale. */
  public BigDecimal decimal() throws IOException {
    int scale = number();
    return new BigDecimal(new BigInteger(bytes(number())), scale);
  }

  public LocalDate day() throws IOException {
    return LocalDate.ofEpochDay(longNumber());
  }

  public Instant moment() throws IOException {
    long seconds = longNumber();
    return Instant.ofEpochSecond(seconds, number());
  }

  public LocalKey key() throws IOException {
    String kind = requiredText();
    return new LocalKey(kind, requiredText());
  }

  /** A reference to a record of Odoo's. */
  public OdooReference reference() throws IOException {
    return switch (in.readByte()) {
      case References.BY_EXTERNAL_ID -> OdooReference.externalId(requiredText());
      case References.BY_NAME -> OdooReference.name(requiredText());
      default -> OdooReference.id(longNumber());
    };
  }

  /** A value of any type. */
  public FieldValue value() throws IOException {
    return switch (Objects.requireNonNull(constant(ValueType.values()))) {
      case NOTHING -> FieldValue.nothing();
      case TEXT -> new FieldValue.Text(requiredText());
      case WHOLE -> new FieldValue.Whole(longNumber());
      case DECIMAL -> new FieldValue.Decimal(decimal());
      case FLAG -> new FieldValue.Flag(flag());
      case DAY -> new FieldValue.Day(day());
      case MOMENT -> new FieldValue.Moment(moment());
      case REFERENCE -> new FieldValue.Reference(longNumber());
      case LOCAL_REFERENCE -> new FieldValue.LocalReference(key(), optional(this::longNumber));
      case REFERENCES -> new FieldValue.References(list(this::longNumber));
      case JSON -> new FieldValue.Json(requiredText());
    };
  }

  /** What could not be written down; {@code null} if there was no room for it. */
  public @Nullable Object kept() throws IOException {
    return kept.get(number());
  }
}
