package io.odoosync.internal.compare;

import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the host's record was when it was last mapped, and what it was mapped to, by fingerprint
 * each. The same record with other values tells that the mapping was changed. References do not
 * count: what they point to changes by itself, for example when records are merged.
 *
 * @param source the record's fingerprint
 * @param values the values' fingerprint
 */
public record MappedFrom(String source, String values) {

  private static final int LENGTH = 16;

  /**
   * Takes both fingerprints.
   *
   * @param record what the host has
   * @param mapped what it maps to
   * @param fields the model's fields, which tell references from plain values
   */
  public static MappedFrom of(SourceRecord record, FieldValues mapped, ModelFields fields) {
    Map<String, String> plain = new TreeMap<>();
    mapped.byField().forEach((field, value) -> plain.put(field, Encoding.cell(value)));
    plain.keySet().removeIf(field -> fields.kind(field).refers());
    return new MappedFrom(fingerprint(content(record)), fingerprint(plain.toString()));
  }

  /**
   * All that the record holds, as it prints itself; extra values in an order of ours. Its id in
   * Odoo and the time of its last change say nothing of what it maps to.
   */
  private static String content(SourceRecord record) {
    return record
        .toString()
        .replace("odooId=" + record.odooId(), "")
        .replace("updatedAt=" + record.updatedAt(), "")
        .replace(record.extra().toString(), new TreeMap<>(record.extra()).toString());
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether this is what the host's record is, whatever it maps to. */
  public boolean isOf(SourceRecord record) {
    return source.equals(fingerprint(content(record)));
  }

  /** Whether the same record maps to other values now. */
  public boolean isMappedOtherwise(MappedFrom now) {
    return source.equals(now.source) && !values.equals(now.values);
  }

  /** Reads what {@link #text()} wrote; {@code null} if it is something else. */
  static @Nullable MappedFrom parse(@Nullable String text) {
    return text == null || text.length() != 2 * LENGTH
        ? null
        : new MappedFrom(text.substring(0, LENGTH), text.substring(LENGTH));
  }

  /** The form in which it is remembered. */
  public String text() {
    return source + values;
  }
}
