package io.odoosync.testkit.internal.orm;

/**
 * An SQL pattern: {@code %} is any text, {@code _} any character, and what follows a backslash
 * stands for itself.
 */
record Pattern(java.util.regex.Pattern regex) {

  static Pattern of(String operator, String value) {
    String wanted = operator.startsWith("=") ? value : "%" + value + "%";
    int flags = java.util.regex.Pattern.DOTALL;
    if (operator.contains("ilike")) {
      flags |= java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE;
    }
    return new Pattern(java.util.regex.Pattern.compile(translated(wanted), flags));
  }

  boolean matches(String text) {
    return regex.matcher(text).matches();
  }

  private static String translated(String pattern) {
    StringBuilder regex = new StringBuilder();
    int[] characters = pattern.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      boolean escaped = characters[i] == '\\' && i + 1 < characters.length;
      i += escaped ? 1 : 0;
      regex.append(escaped ? literal(characters[i]) : translated(characters[i]));
    }
    return regex.toString();
  }

  private static String literal(int character) {
    return java.util.regex.Pattern.quote(Character.toString(character));
  }

  private static String translated(int character) {
    return switch (character) {
      case '%' -> ".*";
      case '_' -> ".";
      default -> literal(character);
    };
  }
}
