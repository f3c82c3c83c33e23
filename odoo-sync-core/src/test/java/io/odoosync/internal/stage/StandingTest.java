package io.odoosync.internal.stage;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependency;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

  private final Standing standing = new Standing();

  private static Dependency record(int number) {
    return new Dependency(CONTACT, LocalKey.of("guest", number));
  }

  private void missing(int number, String reason) {
    standing.missing(CONTACT, record(number).key(), reason);
  }

  @Test
  void reasons_fewFailures_areTheirWords() {
    missing(1, "no name");
    missing(2, "no country");
    missing(2, "no city");

    assertThat(standing.reasons(Set.of(record(1), record(2), record(3))))
        .hasSize(2)
        .containsEntry(record(1), "no name")
        .containsEntry(record(2), "no city");
    assertThat(standing.isKnown(new Dependency(EntityType.TRAVEL, record(1).key()))).isFalse();
  }

  @Test
  void reasons_manyFailures_areKnownOfTheLatestAndThatItFailedOfAll() {
    for (int i = 1; i <= 3 * Standing.MAX_REASONS; i++) {
      missing(i, "no name");
    }

    assertThat(standing.isKnown(record(1))).isTrue();
    assertThat(standing.reasons(Set.of(record(1))).get(record(1))).contains("failed earlier");
    Dependency last = record(3 * Standing.MAX_REASONS);
    assertThat(standing.reasons(Set.of(last))).containsEntry(last, "no name");
    assertThat(standing.isKnown(record(3 * Standing.MAX_REASONS + 1))).isFalse();
  }
}
