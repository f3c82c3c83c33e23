package io.odoosync.internal.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant by a name that is mistyped. */
public final class NearNames {

  private static final int MOST = 3;

  private NearNames() {}

  /**
   * Finds the names that are nearest.
   *
   * @return three at most, the nearest first; none if all are far
   */
  public static List<String> of(String mistyped, Collection<String> names) {
    int far = 1 + mistyped.length() / 3;
    return names.stream()
        .distinct()
        .filter(name -> Math.abs(name.length() - mistyped.length()) <= far)
        .filter(name -> distance(mistyped, name) <= far)
        .sorted(
            Comparator.<String>comparingInt(name -> distance(mistyped, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** How many letters have to be added, left out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
