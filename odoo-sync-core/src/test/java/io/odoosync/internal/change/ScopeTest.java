package io.odoosync.internal.change;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final LocalKey ONE = LocalKey.of("teacher", 1);
  private static final LocalKey TWO = LocalKey.of("teacher", 2);

  @Test
  void of_someRecords_isAboutThese() {
    Scope some = Scope.of(Map.of(CONTACT, List.of(TWO, ONE, TWO), TRAVEL, List.of()));

    assertThat(some.isEmpty()).isFalse();
    assertThat(some.types()).containsExactly(CONTACT);
    assertThat(some.isWhole(CONTACT)).isFalse();
    assertThat(some.keys(CONTACT).orElseThrow()).containsExactly(ONE, TWO);
    assertThat(some.keys(TRAVEL)).isEmpty();
    assertThat(some).hasToString("2 CONTACT");
  }

  @Test
  void withAll_someAndOthersWhole_isAboutBoth() {
    Scope both = Scope.of(Map.of(CONTACT, List.of(ONE))).withAll(Set.of(INVOICE));

    assertThat(both.types()).containsExactly(CONTACT, INVOICE);
    assertThat(both.isWhole(INVOICE)).isTrue();
    assertThat(both.isWhole(CONTACT)).isFalse();
    assertThat(both).hasToString("1 CONTACT, all INVOICE");
  }

  @Test
  void withAll_kindOfSome_isAboutAllOfIt() {
    Scope all = Scope.of(Map.of(CONTACT, List.of(ONE))).withAll(Set.of(CONTACT));

    assertThat(all.isWhole(CONTACT)).isTrue();
    assertThat(all.keys(CONTACT)).isEmpty();
    assertThat(all.byType()).isEmpty();
  }

  @Test
  void isEmpty_noRecords_isNothing() {
    assertThat(Scope.of(Map.of(CONTACT, List.of())).isEmpty()).isTrue();
    assertThat(Scope.all(Set.of(CONTACT)).isEmpty()).isFalse();
    assertThat(Scope.NOTHING).hasToString("nothing");
  }
}
