package io.odoosync.testing;

import java.util.random.RandomGenerator;

/**
 * Texts of all kinds of characters: often of letters, often of those that programs stumble over.
 */
public final class Texts {

  /**
   * Markup, quotes and escapes; blanks and line ends of all kinds; what is not seen, joins, changes
   * the direction, or another length in capitals or in UTF-8; unpaired surrogates and the last
   * characters of each width.
   */
  private static final int[] STUMBLING_BLOCKS =
      ("<>&;\"'`\\/%_#{}[]|,.=-"
              + " \t\n\r\u000b\f\u0085\u00a0\u2003\u2028\u2029\u3000"
              + "\0\u001b\u007f\u00ad\u0301\u200b\u200d\u202e\u2066\ufe0f\ufeff"
              + "ßİıŉſéﬁΣ한🚀𝔞"
              + "\udfff\ud800\udbff"
              + "\u00ff\u07ff\ud7ff\ue000\ufffd\uffff")
          .codePoints()
          .toArray();

  private static final int CHARACTERS = Character.MAX_CODE_POINT + 1;

  private Texts() {}

  /** All of Unicode, unpaired surrogates too. Letters are the simplest, control characters not. */
  public static Gen<Integer> codePoints() {
    return any -> (int) ((any.below(CHARACTERS, Texts::fresh) + 'a') % CHARACTERS);
  }

  private static long fresh(RandomGenerator random) {
    return Math.floorMod(freshCodePoint(random) - 'a', CHARACTERS);
  }

  private static int freshCodePoint(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> random.nextInt('a', 'z' + 1);
      case 2 -> random.nextInt(' ', 0x7f);
      case 3 -> random.nextInt(0x100);
      case 4, 5 -> STUMBLING_BLOCKS[random.nextInt(STUMBLING_BLOCKS.length)];
      case 6 -> random.nextInt(Character.MIN_SUPPLEMENTARY_CODE_POINT);
      default -> random.nextInt(CHARACTERS);
    };
  }

  /** Texts of any characters. */
  public static Gen<String> texts(int minLength, int maxLength) {
    return joined(codePoints().map(Character::toString), minLength, maxLength);
  }

  /** Texts of the given characters, the simplest first. */
  public static Gen<String> textsOf(String characters, int minLength, int maxLength) {
    Gen<Integer> codePoints = Gen.in(characters.codePoints().boxed().toList());
    return joined(codePoints.map(Character::toString), minLength, maxLength);
  }

  /** Texts put together from parts. */
  public static Gen<String> joined(Gen<String> parts, int minParts, int maxParts) {
    return parts.list(minParts, maxParts).map(list -> String.join("", list));
  }
}
