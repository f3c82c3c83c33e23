package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.Encoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record down such that equal records give the same text, and different ones another. What
 * is absent, blank or zero by default is left out, so that an attribute that a later version adds
 * changes nothing for records that do not use it. For that reason, too, the order and names of what
 * is written must never change.
 */
final class CanonicalText {

  private final StringBuilder text = new StringBuilder();

  /** A part by its own text; left out if there is none. Outer white space does not count. */
  CanonicalText add(String name, @Nullable Object value) {
    String written = value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    return value == null || written.isBlank() ? this : write(name, written.strip());
  }

  /** A number that is 0 unless somebody sets it; left out if it is 0. */
  CanonicalText addUnlessZero(String name, BigDecimal value) {
    return value.signum() == 0 ? this : add(name, value);
  }

  /** A switch that is off unless somebody sets it; left out if it is off. */
  CanonicalText addIfSet(String name, boolean value) {
    return value ? write(name, "true") : this;
  }

  /** A list of parts in their order; left out if it is empty. */
  <T> CanonicalText addEach(
      String name, List<T> parts, BiConsumer<? super T, CanonicalText> writer) {
    for (T part : parts) {
      CanonicalText inner = new CanonicalText();
      writer.accept(part, inner);
      write(name, inner.text());
    }
    return this;
  }

  private static String plain(BigDecimal number) {
    return Encoding.cell(new FieldValue.Decimal(number));
  }

  /** With the length, so that no value can look like another part. */
  private CanonicalText write(String name, String value) {
    text.append(name).append('[').append(value.length()).append("]=").append(value).append('\n');
    return this;
  }

  /** All that was written. */
  String text() {
    return text.toString();
  }

  /** The SHA-256 of the text in hexadecimal digits. */
  String sha256() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
