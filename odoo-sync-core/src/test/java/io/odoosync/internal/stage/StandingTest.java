package io.odoosync.internal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependency;
import io.odoosync.report.Outcome;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final EntityType TYPE = EntityType.CONTACT;

  private final Standing standing = new Standing();

  private static Dependency record(int number) {
    return new Dependency(TYPE, LocalKey.of("guest", number));
  }

  private void fail(int number) {
    Failure why = Failure.of(FailureCause.INVALID_RECORD, "why " + number);
    standing.became(TYPE, record(number).key(), new Outcome.Failed(why));
  }

  @Test
  void reasons_someWanted_areThoseThatFailed() {
    fail(1);
    fail(2);
    assertThat(standing.reasons(Set.of(record(2), record(3))))
        .isEqualTo(Map.of(record(2), "why 2"));
  }

  @Test
  void reasons_moreThanAreKept_areStillKnown() {
    for (int i = 0; i <= Standing.MAX_REASONS; i++) {
      fail(i);
    }
    assertThat(standing.isKnown(record(0))).isTrue();
    assertThat(standing.isKnown(record(-1))).isFalse();
    assertThat(standing.reasons(Set.of(record(0), record(1))))
        .isEqualTo(
            Map.of(
                record(0), "it is not in step itself; its own entry says why",
                record(1), "why 1"));
  }
}
