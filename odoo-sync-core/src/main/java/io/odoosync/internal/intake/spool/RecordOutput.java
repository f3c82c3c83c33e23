package io.odoosync.internal.intake.spool;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what records consist of; {@link RecordInput} reads it in the same order. */
public final class RecordOutput {

  /** Characters up to U+00FF take one byte, others two: half a surrogate pair stays what it is. */
  private static final int LAST_OF_ONE_BYTE = 0xff;

  private final DataOutputStream out;
  private final KeptObjects kept;

  RecordOutput(DataOutputStream out, KeptObjects kept) {
    this.out = out;
    this.kept = kept;
  }

  /** Writes the value of one part. */
  @FunctionalInterface
  public interface Part<V> {
    /** Writes it. */
    void write(V value) throws IOException;
  }

  /** Something that may be absent. */
  public <V> void optional(@Nullable V value, Part<? super V> part) throws IOException {
    flag(value != null);
    if (value != null) {
      part.write(value);
    }
  }

  /** Several in their order. */
  public <V> void list(Collection<V> values, Part<? super V> part) throws IOException {
    number(values.size());
    for (V value : values) {
      part.write(value);
    }
  }

  /** Entries in their order. */
  public <V> void map(Map<String, V> values, Part<? super V> part) throws IOException {
    number(values.size());
    for (Map.Entry<String, V> entry : values.entrySet()) {
      text(entry.getKey());
      part.write(entry.getValue());
    }
  }

  /** A text that may be absent. */
  public void text(@Nullable String text) throws IOException {
    if (text == null) {
      number(-1);
      return;
    }
    boolean narrow = text.chars().allMatch(character -> character <= LAST_OF_ONE_BYTE);
    number(text.length());
    flag(narrow);
    if (narrow) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      out.writeChars(text);
    }
  }

  /** A constant that may be absent. Its place is enough, since this process reads it back. */
  @SuppressWarnings("EnumOrdinal")
  public void constant(@Nullable Enum<?> constant) throws IOException {
    out.writeByte(constant == null ? -1 : constant.ordinal());
  }

  public void flag(boolean flag) throws IOException {
    out.writeBoolean(flag);
  }

  public void number(int number) throws IOException {
    out.writeInt(number);
  }

  public void longNumber(long number) throws IOException {
    out.writeLong(number);
  }

  /** A number with its scale. */
  public void decimal(BigDecimal number) throws IOException {
    byte[] unscaled = number.unscaledValue().toByteArray();
    number(number.scale());
    number(unscaled.length);
    out.write(unscaled);
  }

  public void day(LocalDate day) throws IOException {
    longNumber(day.toEpochDay());
  }

  public void moment(Instant moment) throws IOException {
    longNumber(moment.getEpochSecond());
    number(moment.getNano());
  }

  public void key(LocalKey key) throws IOException {
    text(key.kind());
    text(key.id());
  }

  /** A reference to a record of Odoo's. */
  public void reference(OdooReference reference) throws IOException {
    if (reference instanceof OdooReference.ByExternalId named) {
      out.writeByte(References.BY_EXTERNAL_ID);
      text(named.externalId());
    } else if (reference instanceof OdooReference.ByName named) {
      out.writeByte(References.BY_NAME);
      text(named.name());
    } else if (reference instanceof OdooReference.ById numbered) {
      out.writeByte(References.BY_ID);
      longNumber(numbered.id());
    }
  }

  /** A value of any type. */
  public void value(FieldValue value) throws IOException {
    new ValueOutput(this).write(value);
  }

  /**
   * Something that can't be written down. It is kept in memory as long as there is room.
   *
   * @param bytes how much memory it may take
   */
  public void keep(Object object, long bytes) throws IOException {
    number(kept.add(object, bytes));
  }
}
