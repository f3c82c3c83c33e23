package io.odoosync;

import static io.odoosync.FailureCause.CANCELLED;
import static io.odoosync.FailureCause.HELD_BACK;
import static io.odoosync.FailureCause.TRANSIENT;
import static io.odoosync.FailureCause.UNKNOWN_OUTCOME;
import static io.odoosync.FailureCause.UNREACHABLE_SERVER;
import static io.odoosync.FailureCause.WAITING_FOR_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureCauseTest {

  private static final Path TABLE = Path.of("../docs/site/failures.md");

  /** What passes by itself must not lead into quarantine, and what does not, must. */
  @Test
  void isLasting_whatPassesByItself_isNot() {
    assertThat(FailureCause.values())
        .filteredOn(cause -> !cause.isLasting())
        .containsExactlyInAnyOrder(
            UNREACHABLE_SERVER,
            TRANSIENT,
            UNKNOWN_OUTCOME,
            WAITING_FOR_RECORD,
            HELD_BACK,
            CANCELLED);
  }

  /** The names are in hosts' code, in stored logs and in reports. */
  @Test
  void documentation_table_hasEachCauseWithItsAdviceInOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).hasSameSizeAs(FailureCause.values());
    assertThat(rows)
        .zipSatisfy(
            Arrays.asList(FailureCause.values()),
            (row, cause) ->
                assertThat(row)
                    .startsWith("| `" + cause + "` | ")
                    .endsWith(
                        " | "
                            + cause.advice()
                            + " | "
                            + (cause.isLasting() ? "yes" : "no")
                            + " |"));
  }
}
