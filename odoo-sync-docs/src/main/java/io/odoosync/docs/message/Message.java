package io.odoosync.docs.message;

import java.util.regex.Pattern;

/**
 * A message that somebody may read.
 *
 * @param group what it is listed under: a cause, an exception, the class that refuses
 * @param text what is read, with gaps
 * @param advice what to do about it; empty where the text itself says that
 * @param place where the code makes it: file and line
 */
public record Message(String group, String text, String advice, String place) {

  /** The gap that is filled with what the cause advises in general. */
  static final String GENERAL_ADVICE = "general advice";

  /** The gap that is filled with what an exception says. */
  static final String WORDS_OF_EXCEPTION = "words of the exception";

  private static final Pattern GAP = Pattern.compile("‹[^›]*›");

  /** Whether it has words of its own that somebody can search for. */
  boolean hasWords() {
    return GAP.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
  }

  /** Whether it is nothing but what somebody else says. */
  boolean isOneGap() {
    return GAP.matcher(text).matches();
  }

  /** What it has in common with those that differ in the names of gaps only. */
  Message shape() {
    return new Message(
        group, GAP.matcher(text).replaceAll("‹›"), GAP.matcher(advice).replaceAll("‹›"), "");
  }
}
