package io.odoosync.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Merges the changes that two people made to one text, line by line (three-way, as {@code diff3}
 * does). It is cautious: changes that touch, even without overlapping, are not merged, because two
 * neighbouring lines are often one sentence. Which of the two texts is called ours makes no
 * difference.
 */
final class LineMerge {

  /** Comparing takes time and memory by the square of the changed lines. */
  private static final int MAX_LINES = 2_000;

  private LineMerge() {}

  /**
   * Merges.
   *
   * @return the text with both changes, its lines ended by LF, or nothing if they touch
   */
  static Optional<String> merge(String base, String ours, String theirs) {
    List<String> before = lines(base);
    if (before.size() > MAX_LINES) {
      return Optional.empty();
    }
    List<Hunk> hunks = new ArrayList<>(hunks(before, lines(ours)));
    List<Hunk> others = hunks(before, lines(theirs));
    others.stream().filter(hunk -> !hunks.contains(hunk)).forEach(hunks::add);
    hunks.sort(Comparator.comparingInt(Hunk::from));
    for (int i = 1; i < hunks.size(); i++) {
      if (hunks.get(i).from() <= hunks.get(i - 1).to()) {
        return Optional.empty();
      }
    }
    return Optional.of(applied(before, hunks));
  }

  private static List<String> lines(String text) {
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  /**
   * A change to the original.
   *
   * @param from the first line that it replaces
   * @param to the line after the last that it replaces
   * @param lines what is there instead
   */
  private record Hunk(int from, int to, List<String> lines) {}

  private static String applied(List<String> before, List<Hunk> hunks) {
    List<String> after = new ArrayList<>();
    int next = 0;
    for (Hunk hunk : hunks) {
      after.addAll(before.subList(next, hunk.from()));
      after.addAll(hunk.lines());
      next = hunk.to();
    }
    after.addAll(before.subList(next, before.size()));
    return String.join("\n", after);
  }

  private static List<Hunk> hunks(List<String> before, List<String> after) {
    if (after.size() > MAX_LINES) {
      return List.of(new Hunk(0, before.size(), after));
    }
    int[][] common = commonSuffixes(before, after);
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int fromBefore = i;
      int fromAfter = j;
      while (!matches(before, after, i, j) && (i < before.size() || j < after.size())) {
        if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > fromBefore || j > fromAfter) {
        hunks.add(new Hunk(fromBefore, i, List.copyOf(after.subList(fromAfter, j))));
      }
      while (matches(before, after, i, j)) {
        i++;
        j++;
      }
    }
    return hunks;
  }

  private static boolean matches(List<String> before, List<String> after, int i, int j) {
    return i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
  }

  /** How many lines the two have in common from a line of each on: the classic table. */
  private static int[][] commonSuffixes(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
