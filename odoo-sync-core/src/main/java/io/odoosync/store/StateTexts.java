package io.odoosync.store;

/** The rules of {@link StateStore} for names and values. */
final class StateTexts {

  private StateTexts() {}

  static String requireName(String name) {
    if (name.isEmpty() || name.length() > StateStore.MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "name must have 1 to "
              + StateStore.MAX_NAME_LENGTH
              + " characters, but has "
              + name.length());
    }
    if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || isUnpaired(c))) {
      throw new IllegalArgumentException(
          "name must not hold control characters or unpaired surrogates");
    }
    return name;
  }

  static String requireValue(String name, String value) {
    if (value.codePoints().anyMatch(c -> c == 0 || isUnpaired(c))) {
      throw new IllegalArgumentException(
          "value of " + name + " must not hold NUL or unpaired surrogates");
    }
    return value;
  }

  private static boolean isUnpaired(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
