package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import org.junit.jupiter.api.Test;

class UncommittedIdStoreTest {

  private final IdStore committed = new InMemoryIdStore();
  private final IdStore planning = new UncommittedIdStore(committed);

  @Test
  void owner_isThatOfTheHostsStore() {
    assertThat(planning.owner()).isEmpty();
    committed.claim("somebody");
    assertThat(planning.owner()).contains("somebody");
  }

  @Test
  void claim_isSeenByThePlanAlone() {
    committed.claim("somebody");
    planning.claim("me");
    assertThat(planning.owner()).contains("me");
    assertThat(committed.owner()).contains("somebody");
  }
}
