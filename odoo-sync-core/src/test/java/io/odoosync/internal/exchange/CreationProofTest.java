package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answered id is believed only where nothing else can be meant. */
class CreationProofTest {

  private static final LocalKey ANNA = LocalKey.of("teacher", "1");
  private static final LocalKey BEN = LocalKey.of("teacher", "2");

  private final CreationProof proof = new CreationProof(List.of("name", "email"), 100);
  private final Map<LocalKey, FieldValues> sent = new LinkedHashMap<>();
  private final Map<Long, OdooValues> held = new HashMap<>();

  @Test
  void certain_eachHoldsItsOwnText_allAre() {
    sent("Anna", "a@example.org", "Ben", "b@example.org");
    held(101, "Anna", "a@example.org");
    held(102, "Ben", "b@example.org");

    assertThat(proof.certain(sent, List.of(101L, 102L), held))
        .isEqualTo(Map.of(ANNA, 101L, BEN, 102L));
  }

  @Test
  void certain_idsInAnotherOrder_noneIs() {
    sent("Anna", "a@example.org", "Ben", "b@example.org");
    held(101, "Ben", "b@example.org");
    held(102, "Anna", "a@example.org");

    assertThat(proof.certain(sent, List.of(101L, 102L), held)).isEmpty();
  }

  @Test
  void certain_oneIdTwice_onlyWhoseTextItHolds() {
    sent("Anna", "a@example.org", "Ben", "b@example.org");
    held(101, "Anna", "a@example.org");

    assertThat(proof.certain(sent, List.of(101L, 101L), held)).isEqualTo(Map.of(ANNA, 101L));
  }

  @Test
  void certain_oneNameTwice_goesByTheOtherField() {
    sent("Anna", "a@example.org", "Anna", "b@example.org");
    held(101, "Anna", "b@example.org");
    held(102, "Anna", "a@example.org");

    assertThat(proof.certain(sent, List.of(101L, 102L), held)).isEmpty();
    assertThat(proof.certain(sent, List.of(102L, 101L), held)).hasSize(2);
  }

  @Test
  void certain_allTextsTwice_noneIs() {
    sent("Anna", "a@example.org", "Anna", "a@example.org");
    held(101, "Anna", "a@example.org");
    held(102, "Anna", "a@example.org");

    assertThat(proof.certain(sent, List.of(101L, 102L), held)).isEmpty();
  }

  @Test
  void certain_thereBeforeOrNotSeen_noneIs() {
    sent("Anna", "a@example.org", "Ben", "b@example.org");
    held(100, "Anna", "a@example.org");

    assertThat(proof.certain(sent, List.of(100L, 102L), held)).isEmpty();
  }

  @Test
  void certain_blankTexts_tellNothing() {
    sent("", " ", "", " ");
    held(101, "", " ");
    held(102, "", " ");

    assertThat(proof.certain(sent, List.of(101L, 102L), held)).isEmpty();
  }

  private void sent(String name, String email, String otherName, String otherEmail) {
    sent.put(ANNA, values(name, email));
    sent.put(BEN, values(otherName, otherEmail));
  }

  private void held(long id, String name, String email) {
    held.put(id, new OdooValues(values(name, email), null));
  }

  private static FieldValues values(String name, String email) {
    return FieldValues.builder()
        .set("name", FieldValue.of(name))
        .set("email", FieldValue.of(email))
        .build();
  }
}
