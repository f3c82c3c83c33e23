package io.odoosync.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds known secrets in a text, plain and in Base64. */
final class Secrets {

  /** What is shorter is in half of all texts, and no secret. */
  static final int SHORTEST = 4;

  /** A plain word that is shorter is found only where it stands for itself. */
  private static final int LONGEST_WORD = 7;

  private static final int SHORTEST_BASE64 = 6;

  private final Set<String> needles = new LinkedHashSet<>();

  /** Of the needles, those that stand in other words too. */
  private final Set<String> words = new HashSet<>();

  Secrets(Collection<String> secrets) {
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST) {
        needles.add(secret);
        needles.addAll(base64(secret));
        if (isWord(secret)) {
          words.add(secret);
        }
      }
    }
  }

  /**
   * What of a secret's Base64 does not depend on its neighbours, at each of the three places at
   * which it can stand between the bytes around it: as a log-in's password, for example.
   */
  private static List<String> base64(String secret) {
    List<String> forms = new ArrayList<>();
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      if (to - from >= SHORTEST_BASE64) {
        forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
        forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
      }
    }
    return forms;
  }

  void find(Reading reading, Consumer<Reading.Span> found) {
    String text = reading.text();
    for (String needle : needles) {
      int at = text.indexOf(needle);
      while (at >= 0) {
        int end = at + needle.length();
        if (!words.contains(needle) || standsAlone(text, at, end)) {
          found.accept(reading.origin(at, end));
        }
        at = text.indexOf(needle, end);
      }
    }
  }

  private static boolean isWord(String secret) {
    return secret.length() <= LONGEST_WORD && secret.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean standsAlone(String text, int at, int end) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
