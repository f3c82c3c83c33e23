package io.odoosync.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that counts how often it is looked at, and ends a search that takes more than so many
 * looks a character: a test of what is linear fails then, instead of running for hours.
 */
public final class CountedText implements CharSequence {

  private static final int LOOKS_A_CHARACTER = 40;

  private final String text;
  private final Looks looks;

  private static final class Looks {
    private final long most;
    private long count;

    private Looks(long most) {
      this.most = most;
    }

    private void add(long further) {
      count += further;
      if (count > most) {
        throw new AssertionError("more than " + most + " looks");
      }
    }
  }

  /** A text that was not looked at yet. */
  public CountedText(String text) {
    this(text, new Looks((long) LOOKS_A_CHARACTER * (text.length() + 10)));
  }

  /**
   * Looks for a pattern everywhere.
   *
   * @throws AssertionError if that takes more than a few looks at each character
   */
  public static void find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new CountedText(text));
    while (matcher.find()) {
      matcher.groupCount();
    }
  }

  private CountedText(String text, Looks looks) {
    this.text = text;
    this.looks = looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks.add(1);
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    looks.add(end - start);
    return new CountedText(text.substring(start, end), looks);
  }

  /** The text itself, which counts as one look at each character. */
  @Override
  public String toString() {
    looks.add(text.length());
    return text;
  }
}
