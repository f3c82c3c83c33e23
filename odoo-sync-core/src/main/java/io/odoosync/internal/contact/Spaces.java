package io.odoosync.internal.contact;

import io.odoosync.odoo.Domain;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of space that texts hold which people typed or pasted. */
final class Spaces {

  /** Spaces, line ends, and characters that nobody sees. */
  private static final String ANY = "[\\s\\p{Z}\\u0085]+";

  private static final Pattern SPACES = Pattern.compile(ANY);
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** All but the ordinary one, as they are in texts that Odoo stores as they are. */
  private static final List<String> UNUSUAL =
      ("\t\n\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
              + "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")
          .codePoints()
          .mapToObj(Character::toString)
          .toList();

  private Spaces() {}

  /** The text without spaces around it, with one ordinary space wherever it has some inside. */
  static String plain(String text) {
    return SPACES.matcher(visible(text)).replaceAll(" ").strip();
  }

  /** The text without characters that nobody sees. */
  static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }

  /** Finds texts that hold another space than the ordinary one. */
  static Domain unusualIn(String field) {
    return UNUSUAL.stream()
        .map(space -> Domain.field(field).contains(space))
        .reduce(Domain::or)
        .orElseThrow();
  }
}
