package io.odoosync.testing;

import java.util.stream.Collectors;

/** A property does not hold; says for which values, and how to see it again. */
final class Falsified extends AssertionError {

  private static final long serialVersionUID = 1L;

  Falsified(Counterexample example, long seed, int tries) {
    super(message(example, seed, tries), example.failure());
  }

  private static String message(Counterexample example, long seed, int tries) {
    return "Falsified at try %d by%n%s%n%s%nReplay it with -D%s=%d"
        .formatted(tries, values(example), example.failure(), Property.SEED, seed);
  }

  private static String values(Counterexample example) {
    return example.values().isEmpty()
        ? "  a generator that fails"
        : example.values().stream()
            .map(value -> "  " + shown(value))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String shown(Object value) {
    String text = visible(String.valueOf(value));
    return value instanceof String ? '"' + text + '"' : text;
  }

  /** Escapes what a reader could not see or tell apart. */
  private static String visible(String text) {
    return text.codePoints().mapToObj(Falsified::visible).collect(Collectors.joining());
  }

  private static String visible(int codePoint) {
    return codePoint == ' ' || isVisible(codePoint)
        ? Character.toString(codePoint)
        : "\\u{%x}".formatted(codePoint);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
