package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.GoneMemory.Fate;
import io.odoosync.store.InMemoryStateStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoneMemoryTest {

  private static final LocalKey ONE = LocalKey.of("guest", 1);
  private static final LocalKey SLASHED = LocalKey.of("guest", "2/b");

  private final Memory memory = new Memory(TestSettings.over(new InMemoryStateStore()));
  private final GoneMemory gone = new GoneMemory(memory, EntityType.CONTACT);

  @Test
  void all_remembered_hasKeysWithTheirFates() {
    gone.remember(List.of(ONE), Fate.KEPT);
    gone.remember(List.of(SLASHED), Fate.ARCHIVING);
    gone.remember(List.of(SLASHED), Fate.ARCHIVED);
    assertThat(gone.all()).isEqualTo(Map.of(ONE, Fate.KEPT, SLASHED, Fate.ARCHIVED));
  }

  @Test
  void all_ofAnotherKind_isNotAmongThem() {
    new GoneMemory(memory, EntityType.TRAVEL).remember(List.of(ONE), Fate.KEPT);
    assertThat(gone.all()).isEmpty();
  }

  @Test
  void forget_remembered_isNotThereAnyMore() {
    gone.remember(List.of(ONE, SLASHED), Fate.SPARED);
    gone.forget(List.of(SLASHED));
    assertThat(gone.all()).isEqualTo(Map.of(ONE, Fate.SPARED));
  }

  @Test
  void isNews_anotherNumber_isTrueOnce() {
    assertThat(gone.isNews(3)).isTrue();
    assertThat(gone.isNews(3)).isFalse();
    assertThat(gone.isNews(2)).isTrue();
    assertThat(new GoneMemory(memory, EntityType.TRAVEL).isNews(2)).isTrue();
    assertThat(gone.isNews(2)).isFalse();
  }

  @Test
  void isOurs_whatWeArchivedOrMayHave_isTrue() {
    assertThat(Fate.values())
        .filteredOn(Fate::isOurs)
        .containsExactly(Fate.ARCHIVING, Fate.ARCHIVED);
  }
}
