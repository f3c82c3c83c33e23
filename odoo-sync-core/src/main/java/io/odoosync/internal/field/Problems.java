package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one record, so that all of it is reported at once. */
public final class Problems {

  private final List<String> found = new ArrayList<>();

  /** Adds one. */
  public void add(String problem) {
    found.add(problem);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** All of them. */
  public String text() {
    return String.join("; ", found);
  }

  public Mapping.Rejected rejected() {
    return new Mapping.Rejected(text());
  }

  /** A text that Odoo requires. */
  public FieldValue required(String what, @Nullable String value) {
    FieldValue text = text(what, value);
    if (text.isNothing()) {
      add(what + " is missing");
    }
    return text;
  }

  /** A text that may be missing. PostgreSQL can't store NUL nor half a surrogate pair. */
  public FieldValue text(String what, @Nullable String value) {
    if (value != null) {
      checkCharacters(what, value);
    }
    return FieldKind.TEXT.parse(value == null ? "" : value);
  }

  /** A text of limited length. */
  public FieldValue text(String what, @Nullable String value, int maxLength, String why) {
    if (value != null && value.strip().length() > maxLength) {
      add(
          what
              + " has "
              + value.strip().length()
              + " characters, but at most "
              + maxLength
              + " are allowed ("
              + why
              + ")");
    }
    return text(what, value);
  }

  private void checkCharacters(String what, String value) {
    int nul = value.indexOf('\0');
    if (nul >= 0) {
      add(
          what
              + " holds the character NUL (U+0000) at position "
              + (nul + 1)
              + ", which Odoo can't store");
    }
    if (value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      add(what + " holds half a surrogate pair, which is no character");
    }
  }
}
