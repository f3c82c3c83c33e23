package io.odoosync.internal.state;

import io.odoosync.FailureCause;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why Odoo's {@code load} refused a record. What Odoo 14 to 16 say begins with the error's class,
 * and up to 18 a constraint's words are in quotes; later releases give the words alone.
 *
 * @param error the name of Odoo's error; {@code null} if it is not told
 * @param words Odoo's words without all that
 */
record Refusal(@Nullable String error, String words) {

  private static final String NO_RIGHT = "odoo.exceptions.AccessError";

  /** The words before the class are translated. */
  private static final Pattern NAMED =
      Pattern.compile("[^<\\n]{1,100}<class '([A-Za-z_0-9.]{1,200})'>:\\s*+");

  /** Whole in quotes, as Python writes a text out. */
  private static final Pattern QUOTED = Pattern.compile("'[^']*+'|\"[^\"]*+\"");

  /** Takes what Odoo said. */
  static Refusal of(String message) {
    Matcher named = NAMED.matcher(message);
    return named.lookingAt()
        ? new Refusal(named.group(1), unquoted(message.substring(named.end())))
        : new Refusal(null, unquoted(message));
  }

  private static String unquoted(String text) {
    String words = text.strip();
    return QUOTED.matcher(words).matches() ? words.substring(1, words.length() - 1) : words;
  }

  /** What a program decides by. */
  FailureCause cause() {
    return NO_RIGHT.equals(error) ? FailureCause.MISSING_RIGHT : FailureCause.REFUSED_BY_ODOO;
  }
}
