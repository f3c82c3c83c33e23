package io.odoosync.internal.field;

/**
 * Whether a text holds another one, in as many steps as both have characters (Knuth, Morris, Pratt:
 * Fast Pattern Matching in Strings, 1977). {@link String#contains} takes as many as the product of
 * both where they are much alike.
 */
final class Occurrence {

  private Occurrence() {}

  static boolean isIn(CharSequence text, CharSequence wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    int[] borders = borders(wanted);
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      matched = next(wanted, borders, matched, text.charAt(i));
      if (matched == wanted.length()) {
        return true;
      }
    }
    return false;
  }

  /** Of each beginning: how long the longest shorter beginning is that it ends with. */
  private static int[] borders(CharSequence wanted) {
    int[] borders = new int[wanted.length()];
    for (int i = 1; i < wanted.length(); i++) {
      borders[i] = next(wanted, borders, borders[i - 1], wanted.charAt(i));
    }
    return borders;
  }

  private static int next(CharSequence wanted, int[] borders, int matched, char c) {
    int length = matched;
    while (length > 0 && wanted.charAt(length) != c) {
      length = borders[length - 1];
    }
    return wanted.charAt(length) == c ? length + 1 : 0;
  }
}
