package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Tag;
import io.odoosync.internal.text.Redaction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of a page; those of others go through the door of texts. */
final class Words {

  /** So much of a value is shown. */
  private static final int MOST = 600;

  private Words() {}

  /** What others said, or what quotes them. */
  static Html said(String text) {
    return Html.foreign(Redaction.OF_PATTERNS.text(text));
  }

  /** A value of a record. */
  static Html value(@Nullable String value, String none) {
    return value == null || value.isEmpty()
        ? Tag.of("span", "pale").text(value == null ? none : "nothing")
        : Html.foreign(Redaction.OF_PATTERNS.text(value), MOST);
  }

  static Html code(String name) {
    return Tag.of("code").text(name);
  }

  /** A constant as a person writes it: {@code REFUSED_BY_ODOO} is "Refused by Odoo". */
  static String of(Enum<?> constant) {
    String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (Character.toUpperCase(words.charAt(0)) + words.substring(1)).replace("odoo", "Odoo");
  }

  /** A kind of records: "Contact records". */
  static String records(EntityType type) {
    return of(type) + " records";
  }
}
