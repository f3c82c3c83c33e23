package io.odoosync.internal.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two names can be those of one person, or of one organisation. Pure. */
final class PartnerNames {

  /** Shorter words are titles and articles mostly. */
  private static final int TELLING = 4;

  private PartnerNames() {}

  /** The same words, whatever their order, accents and capitals; titles do not count. */
  static boolean ofOnePerson(@Nullable String one, @Nullable String other) {
    Set<String> all = words(one);
    Set<String> others = words(other);
    Set<String> telling = telling(all);
    return all.equals(others) || (!telling.isEmpty() && telling.equals(telling(others)));
  }

  /** More than half of the shorter name's words: organisations are called in many ways. */
  static boolean ofOneOrganisation(@Nullable String one, @Nullable String other) {
    Set<String> words = telling(words(one));
    Set<String> others = telling(words(other));
    Set<String> common = new HashSet<>(words);
    common.retainAll(others);
    int shorter = Math.min(words.size(), others.size());
    return ofOnePerson(one, other) || (shorter > 0 && 2 * common.size() > shorter);
  }

  private static Set<String> telling(Set<String> words) {
    return words.stream().filter(word -> word.length() >= TELLING).collect(Collectors.toSet());
  }

  private static Set<String> words(@Nullable String name) {
    String plain =
        Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.toSet());
  }
}
