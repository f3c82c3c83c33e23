package io.odoosync.plan;

import io.odoosync.LocalKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which Odoo itself knows a synced record: {@code
 * <namespace>.<model>_<kind>_<escaped id>}. Odoo keeps it unique, which is what makes creating safe
 * to repeat. The model is part of it because Odoo 14 overwrites an unrelated record when the id is
 * taken by another model.
 *
 * <p>In the local id, ASCII letters, digits and {@code -} stand for themselves; any other character
 * is written as {@code _} and two hexadecimal digits for each of its UTF-8 bytes. So no two keys
 * share an external id, and it holds neither spaces nor further dots.
 *
 * @param namespace the part before the dot, Odoo's "module"
 * @param name the part after it
 */
public record ExternalId(String namespace, String name) {

  private static final Pattern KIND_AND_ID =
      Pattern.compile(
          "([a-z][a-z0-9]{0,"
              + (LocalKey.MAX_KIND_LENGTH - 1)
              + "})_((?:[A-Za-z0-9-]|_[0-9a-f]{2})+)");

  /** The external id of a record. */
  public static ExternalId of(String namespace, String model, LocalKey key) {
    return new ExternalId(
        namespace, model.replace('.', '_') + "_" + key.kind() + "_" + escape(key.id()));
  }

  /**
   * The external id of a document's line. The dot before the number can't stem from an escaped id.
   *
   * @param number counted from 1
   */
  public static ExternalId ofLine(String namespace, String model, LocalKey key, int number) {
    return new ExternalId(namespace, of(namespace, model, key).name + "." + number);
  }

  /**
   * Reads the key back from the external id of a record; the inverse of {@link #of}.
   *
   * @param model the model whose records are asked about
   * @param externalId with its namespace, as Odoo gives it
   * @return the key; nothing if it is not the external id of such a record
   */
  public static Optional<LocalKey> parse(String namespace, String model, String externalId) {
    String prefix = namespace + "." + model.replace('.', '_') + "_";
    if (!externalId.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher parts = KIND_AND_ID.matcher(externalId.substring(prefix.length()));
    if (!parts.matches()) {
      return Optional.empty();
    }
    return unescape(parts.group(2))
        .map(id -> LocalKey.of(parts.group(1), id))
        .filter(key -> of(namespace, model, key).toString().equals(externalId));
  }

  private static Optional<String> unescape(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '_') {
        bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(escaped.charAt(i));
      }
    }
    String id = bytes.toString(StandardCharsets.UTF_8);
    return LocalKey.isId(id) ? Optional.of(id) : Optional.empty();
  }

  private static String escape(String id) {
    StringBuilder escaped = new StringBuilder(id.length() + 8);
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (standsForItself(b)) {
        escaped.append((char) b);
      } else {
        escaped.append(String.format(Locale.ROOT, "_%02x", b));
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
