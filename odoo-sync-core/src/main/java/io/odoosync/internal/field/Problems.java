package io.odoosync.internal.field;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one record, so that all of it is reported at once. */
public final class Problems {

  private final List<Failure> found = new ArrayList<>();

  /** Adds one that lies in the record itself. */
  public void add(String problem) {
    add(Failure.of(FailureCause.INVALID_RECORD, problem));
  }

  /** Adds a name for which there is none in Odoo, or several. */
  public void unresolved(String problem, String advice) {
    add(Failure.of(FailureCause.UNRESOLVED_NAME, problem, advice));
  }

  /** Adds one. */
  public void add(Failure problem) {
    found.add(problem);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** All of them in one, with the cause of the first; each advice once. */
  public Failure failure() {
    if (found.size() == 1) {
      return found.get(0);
    }
    return Failure.of(
        found.get(0).cause(),
        found.stream().map(Failure::reason).collect(Collectors.joining("; ")),
        found.stream().map(Failure::advice).distinct().collect(Collectors.joining(" ")));
  }

  public Mapping.Rejected rejected() {
    return new Mapping.Rejected(failure());
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
