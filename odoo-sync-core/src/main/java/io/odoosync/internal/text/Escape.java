package io.odoosync.internal.text;

import java.util.Map;
import java.util.Optional;

/** A way in which a character is written when it may not stand for itself. */
enum Escape {
  /** JSON, Java, JavaScript, Python: {@code \"}, {@code \/}, {@code \u00e9}, {@code \xe9}. */
  BACKSLASH {
    @Override
    boolean begins(int character) {
      return character == '\\';
    }

    @Override
    Optional<Written> at(String text, int at) {
      if (at + 1 == text.length()) {
        return Optional.empty();
      }
      char kind = text.charAt(at + 1);
      if (kind == 'u') {
        return hex(text, at + 2, 4).map(unit -> new Written(String.valueOf((char) (int) unit), 6));
      } else if (kind == 'x') {
        return bytes(text, at, "\\x");
      }
      int known = LETTERS.indexOf(kind);
      if (known >= 0) {
        return Optional.of(new Written(MEANT.substring(known, known + 1), 2));
      }
      return isLetterOrDigit(kind)
          ? Optional.empty()
          : Optional.of(new Written(String.valueOf(kind), 2));
    }
  },

  /** Addresses: {@code %C3%A9} or {@code %c3%a9}. */
  PERCENT {
    @Override
    boolean begins(int character) {
      return character == '%';
    }

    @Override
    Optional<Written> at(String text, int at) {
      return bytes(text, at, "%");
    }
  },

  /** Forms: as in addresses, but a plus is a blank. */
  FORM {
    @Override
    boolean begins(int character) {
      return character == '+' || character == '%';
    }

    @Override
    Optional<Written> at(String text, int at) {
      return text.charAt(at) == '+' ? Optional.of(new Written(" ", 1)) : PERCENT.at(text, at);
    }
  },

  /** JSON's numbered characters wherever they stand: a backslash before one may be no escape. */
  UNICODE {
    @Override
    boolean begins(int character) {
      return character == '\\';
    }

    @Override
    Optional<Written> at(String text, int at) {
      return text.startsWith("u", at + 1)
          ? hex(text, at + 2, 4).map(unit -> new Written(String.valueOf((char) (int) unit), 6))
          : Optional.empty();
    }
  },

  /** HTML and XML: entities that are named, or numbered in decimal or hexadecimal. */
  ENTITY {
    @Override
    boolean begins(int character) {
      return character == '&';
    }

    @Override
    Optional<Written> at(String text, int at) {
      int end = end(text, at);
      if (end < 0) {
        return Optional.empty();
      }
      String name = text.substring(at + 1, end);
      Optional<String> meant =
          name.startsWith("#") ? numbered(name) : Optional.ofNullable(NAMED.get(name));
      return meant.map(character -> new Written(character, end + 1 - at));
    }
  };

  /**
   * An escape in a text.
   *
   * @param character what is meant
   * @param length how many characters it takes
   */
  record Written(String character, int length) {}

  private static final String LETTERS = "nrtbfv";
  private static final String MEANT = "\n\r\t\b\f\u000b";
  private static final int LONGEST_ENTITY = 10;
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

  /** Whether an escape may begin with this character. */
  abstract boolean begins(int character);

  /** The escape that begins at a place where one may; nothing if none does. */
  abstract Optional<Written> at(String text, int at);

  /**
   * Copies what is meant by the escape at a place, or the character that is there.
   *
   * @return how many characters that took
   */
  int copy(String text, int at, StringBuilder read) {
    Optional<Written> written = begins(text.charAt(at)) ? at(text, at) : Optional.empty();
    written.ifPresentOrElse(
        escape -> read.append(escape.character()), () -> read.append(text.charAt(at)));
    return written.map(Written::length).orElse(1);
  }

  private static boolean isLetterOrDigit(char character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  private static Optional<Integer> hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return Optional.empty();
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return Optional.empty();
      }
      value = value * 16 + digit;
    }
    return Optional.of(value);
  }

  /** One character of UTF-8, of which each byte is written; else one of Latin-1. */
  private static Optional<Written> bytes(String text, int at, String mark) {
    Optional<Integer> first = oneByte(text, at, mark);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int each = mark.length() + 2;
    int lead = first.get();
    int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    int point = lead & (more == 0 ? 0xff : 0x3f >> more);
    for (int i = 1; i <= more; i++) {
      Optional<Integer> next = oneByte(text, at + i * each, mark);
      if (next.isEmpty() || (next.get() & 0xc0) != 0x80) {
        return Optional.of(new Written(String.valueOf((char) lead), each));
      }
      point = (point << 6) | (next.get() & 0x3f);
    }
    return Character.isValidCodePoint(point)
        ? Optional.of(new Written(Character.toString(point), (more + 1) * each))
        : Optional.empty();
  }

  private static Optional<Integer> oneByte(String text, int at, String mark) {
    return text.startsWith(mark, at) ? hex(text, at + mark.length(), 2) : Optional.empty();
  }

  private static int end(String text, int at) {
    for (int i = at + 1; i < Math.min(text.length(), at + LONGEST_ENTITY); i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> numbered(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(point)
          ? Optional.of(Character.toString(point))
          : Optional.empty();
    } catch (NumberFormatException e) {
      // Not an entity: then it stands for itself.
      return Optional.empty();
    }
  }
}
