package io.odoosync.internal.contact;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in what people type into a field for one: {@code Ada <ada@example.com>}, {@code
 * mailto:…}, several with commas, semicolons or spaces between them.
 */
final class EmailAddresses {

  private static final String OF_PART = "[^\\s\\p{Z}\\u0085<>(),;:\"@\\[\\]\\\\]";

  /**
   * Looked for where a part begins, not within it: else a long part is looked at again and again.
   */
  static final Pattern ADDRESS =
      Pattern.compile("(?<!" + OF_PART + ")" + OF_PART + "++@" + OF_PART + "++");

  static final Pattern AROUND = Pattern.compile("^['.]++|(?<!['.?!])['.?!]++$|\\?.*$");

  private EmailAddresses() {}

  /** The addresses in lower case; none if there is none. */
  static Set<String> in(String text) {
    Set<String> addresses = new TreeSet<>();
    Matcher matcher = ADDRESS.matcher(Spaces.visible(text));
    while (matcher.find()) {
      String address = AROUND.matcher(matcher.group()).replaceAll("");
      addresses.add(address.toLowerCase(Locale.ROOT));
    }
    return addresses;
  }
}
