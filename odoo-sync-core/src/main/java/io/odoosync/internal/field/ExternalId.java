package io.odoosync.internal.field;

import io.odoosync.LocalKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The name under which Odoo itself knows a synced record: {@code
 * <namespace>.<model>_<kind>_<escaped id>}. Odoo keeps it unique, which is what makes creating safe
 * to repeat. The model is part of it because Odoo 14 overwrites an unrelated record when the id is
 * taken by another model.
 *
 * <p>A kind's own {@code _} is written as {@code -}, which no kind has, since {@code _} ends it. In
 * the local id, ASCII letters, digits and {@code -} stand for themselves; any other character is
 * written as {@code _} and two hexadecimal digits for each of its UTF-8 bytes. So no two keys share
 * an external id, and it holds neither spaces nor further dots.
 *
 * @param namespace the part before the dot, Odoo's "module"
 * @param name the part after it
 */
public record ExternalId(String namespace, String name) {

  private static final HexFormat HEX = HexFormat.of();

  /** The external id of a record. */
  public static ExternalId of(String namespace, String model, LocalKey key) {
    return new ExternalId(
        namespace, prefix(model) + key.kind().replace('_', '-') + "_" + escape(key.id()));
  }

  /**
   * The external id of a record's line. The dot before the number can't stem from an escaped id.
   *
   * @param number counted from 1
   */
  public static ExternalId ofLine(String namespace, String model, LocalKey key, int number) {
    return new ExternalId(namespace, of(namespace, model, key).name + "." + number);
  }

  /**
   * Reads back what {@link #of} wrote, to find the local record that an Odoo record stands for.
   *
   * @param name the part after the dot
   * @return the local record's key; empty if this is not the external id of a record of that model
   */
  public static Optional<LocalKey> parse(String namespace, String model, String name) {
    String prefix = prefix(model);
    int end = name.indexOf('_', prefix.length());
    if (!name.startsWith(prefix) || end < 0) {
      return Optional.empty();
    }
    String kind = name.substring(prefix.length(), end).replace('-', '_');
    return key(kind, unescape(name.substring(end + 1)))
        .filter(key -> of(namespace, model, key).name.equals(name));
  }

  private static String prefix(String model) {
    return model.replace('.', '_') + "_";
  }

  private static Optional<LocalKey> key(String kind, String id) {
    try {
      return Optional.of(LocalKey.of(kind, id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Lenient: what no escape could have given does not survive the comparison in {@link #parse}. */
  private static String unescape(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      int value = escaped.charAt(i) == '_' ? hexadecimal(escaped, i + 1) : -1;
      bytes.write(value < 0 ? escaped.charAt(i) : value);
      i += value < 0 ? 0 : 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The value of two digits, or -1 if they are none. */
  private static int hexadecimal(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String escape(String id) {
    StringBuilder escaped = new StringBuilder(id.length() + 8);
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (standsForItself(b)) {
        escaped.append((char) b);
      } else {
        escaped.append('_').append(HEX.toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static boolean standsForItself(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
  }

  /** The id as {@code load} takes it. */
  @Override
  public String toString() {
    return namespace + "." + name;
  }
}
