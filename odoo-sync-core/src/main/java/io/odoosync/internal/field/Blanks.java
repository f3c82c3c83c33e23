package io.odoosync.internal.field;

/** Texts in which a reader sees nothing, whatever they are made of. */
public final class Blanks {

  /** Letters and patterns by name, of which nothing is seen: fillers, and braille without dots. */
  private static final String EMPTY_SIGNS = "\u034f\u115f\u1160\u2800\u3164\uffa0";

  private Blanks() {}

  /** Whether there is nothing to see: blanks of all widths, marks without width, controls. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(Blanks::isUnseen);
  }

  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> EMPTY_SIGNS.indexOf(character) >= 0 || isVariationSelector(character);
    };
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0100 && character <= 0xe01ef);
  }
}
