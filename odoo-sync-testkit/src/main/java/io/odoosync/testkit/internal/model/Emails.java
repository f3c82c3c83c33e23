package io.odoosync.testkit.internal.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code email_normalized}: the address in lower case, or {@code false} if there is not one. */
final class Emails {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"]+@[^\\s<>,;\"]+");

  private Emails() {}

  static Object normalized(Object email) {
    if (!(email instanceof String text)) {
      return false;
    }
    Matcher matcher = ADDRESS.matcher(text);
    return matcher.find() ? (Object) matcher.group().toLowerCase(Locale.ROOT) : false;
  }
}
