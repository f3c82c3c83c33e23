package io.odoosync.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds {@code user:password@host} where no scheme comes before it, as a driver says that does not
 * know such a host. Goes once over a text.
 */
final class LogIns {

  private static final int LONGEST = 200;

  /** What may come before a colon and somebody's address. */
  private static final Set<String> NO_USERS =
      Set.of("mailto", "mail", "email", "e-mail", "login", "user", "from", "to", "cc", "bcc");

  private LogIns() {}

  static void find(Reading reading, Consumer<Reading.Span> found) {
    String text = reading.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = start(text, at);
      boolean host = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
      if (host && isLogIn(text.substring(start, at))) {
        found.accept(reading.origin(start, at));
      }
    }
  }

  /** What has a scheme is left to {@link Addresses}. */
  private static boolean isLogIn(String text) {
    int colon = text.indexOf(':');
    return colon > 0
        && colon + 1 < text.length()
        && !text.contains("//")
        && !text.contains("\\/\\/")
        && isUser(text.substring(0, colon));
  }

  private static int start(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isPart(char character) {
    return !Character.isWhitespace(character) && "\"'`<>()[]{},;=".indexOf(character) < 0;
  }

  private static boolean isUser(String name) {
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0)
        && !name.chars().allMatch(Character::isDigit)
        && !NO_USERS.contains(name.toLowerCase(Locale.ROOT));
  }
}
