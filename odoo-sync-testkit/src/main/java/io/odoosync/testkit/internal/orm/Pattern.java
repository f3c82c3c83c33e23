package io.odoosync.testkit.internal.orm;

import java.util.stream.Collectors;

/** An SQL pattern: {@code %} is any text, {@code _} any character. */
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
    return pattern.codePoints().mapToObj(Pattern::translated).collect(Collectors.joining());
  }

  private static String translated(int character) {
    return switch (character) {
      case '%' -> ".*";
      case '_' -> ".";
      default -> java.util.regex.Pattern.quote(Character.toString(character));
    };
  }
}
