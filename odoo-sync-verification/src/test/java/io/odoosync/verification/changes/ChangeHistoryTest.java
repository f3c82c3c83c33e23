package io.odoosync.verification.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For any history of edits on both sides, runs over what changed and then a full run come to the
 * same end as full runs alone, and the full run at the end finds nothing to write. {@code
 * -Dhistory.seed=…} repeats one, {@code -Dhistory.count=…} tries more.
 */
class ChangeHistoryTest {

  private static final int COUNT = 12;
  private static final int LENGTH = 18;

  static LongStream seeds() {
    Long seed = Long.getLong("history.seed");
    return seed == null
        ? new Random().longs(Integer.getInteger("history.count", COUNT), 0, 1_000_000_000L)
        : LongStream.of(seed);
  }

  @ParameterizedTest(name = "history.seed={0}")
  @MethodSource("seeds")
  void runChanges_anyHistory_comesToTheEndOfFullRuns(long seed) {
    History history = new History(seed, LENGTH);
    Random random = new Random(seed);
    OdooRelease release = pick(random, List.of(OdooRelease.V14, OdooRelease.V19));
    Duration skew =
        pick(random, List.of(Duration.ZERO, Duration.ofHours(-5), Duration.ofMinutes(90)));
    ConflictPolicy policy =
        pick(random, List.of(ConflictPolicy.localWins(), ConflictPolicy.odooWins()));
    boolean tells = random.nextBoolean();
    String words =
        "-Dhistory.seed=" + seed + ": " + release + ", " + policy.name() + ", clock " + skew
            + ", " + (tells ? "changes told" : "changes found") + history;
    try (World full = new World(release, skew, policy, tells);
        World changes = new World(release, skew, policy, tells)) {
      history.in(full, false);
      full.runAll();
      Map<String, String> expected = full.picture();

      history.in(changes, true);
      changes.forgetWrites();
      changes.runAll();

      assertThat(changes.writes()).as("written by the full run at the end, %s", words).isEmpty();
      assertThat(changes.picture()).as("%s", words).isEqualTo(expected);
    }
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
