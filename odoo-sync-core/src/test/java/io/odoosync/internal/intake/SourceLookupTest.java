package io.odoosync.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.Contact;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SourceLookupTest {

  private static final Contact ADA = contact(1);
  private static final Contact LUC = contact(2);
  private static final Set<LocalKey> BOTH = new LinkedHashSet<>(List.of(ADA.key(), LUC.key()));

  @Test
  void find_sourceHasAnotherOrder_keepsThatOfTheKeys() {
    assertThat(lookup(keys -> List.of(LUC, ADA)).find(BOTH)).containsExactly(ADA, LUC);
  }

  @Test
  void find_sourceKnowsOne_isThatOne() {
    assertThat(lookup(keys -> Set.of(LUC)).find(BOTH)).containsExactly(LUC);
  }

  @Test
  void find_noKeys_asksNobody() {
    assertThat(lookup(SourceLookupTest::failing).find(Set.of())).isEmpty();
  }

  @Test
  void find_sourceThrows_saysForWhat() {
    assertThatThrownBy(() -> lookup(SourceLookupTest::failing).find(BOTH))
        .isInstanceOf(StageFailedException.class)
        .hasMessage(
            "the source of CONTACT records, asked for teacher/1 and 1 more, threw"
                + " java.lang.IllegalStateException: table teacher is locked. Mend the source,"
                + " then run again; what was read before is synced.")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void find_recordThatWasNotAskedFor_endsTheStage() {
    assertThatThrownBy(() -> lookup(keys -> List.of(ADA, LUC)).find(Set.of(ADA.key())))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("asked for teacher/1, returned teacher/2 as well");
  }

  @Test
  void find_recordTwice_endsTheStage() {
    assertThatThrownBy(() -> lookup(keys -> List.of(ADA, ADA)).find(BOTH))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("returned teacher/1 twice");
  }

  @Test
  void find_nullRecord_endsTheStage() {
    assertThatThrownBy(() -> lookup(keys -> Arrays.asList(ADA, null)).find(BOTH))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("a null record");
  }

  @Test
  @SuppressWarnings("NullAway") // what a host that is not checked may do
  void find_null_endsTheStage() {
    assertThatThrownBy(() -> lookup(keys -> null).find(BOTH))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("null instead of a collection");
  }

  private static Collection<Contact> failing(Collection<LocalKey> keys) {
    throw new IllegalStateException("table teacher is locked");
  }

  private static SourceLookup<Contact> lookup(
      Function<Collection<LocalKey>, Collection<Contact>> source) {
    return new SourceLookup<>(EntityType.CONTACT, source);
  }

  private static Contact contact(int id) {
    return Contact.builder(LocalKey.of("teacher", id)).build();
  }
}
