package io.odoosync.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLikenessTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOW = "2026-11-26 10:47:03";
  private static final String RECORDED =
      """
      [{"id": 34494, "parent_id": [34493, "Parent"], "city": "Lyon", "active": true,
        "amount": 125.2, "probability": 8.33, "name": "INV/2026/00008",
        "write_date": "2026-11-26 11:00:01"}]
      """;
  private static final String ACTUAL =
      """
      [{"id": 8, "parent_id": [7, "Parent"], "city": "Lyon", "active": true,
        "amount": 125.20, "probability": 43.01, "name": "INV/2026/00002",
        "write_date": "2026-11-26 10:47:03"}]
      """;

  private KnownIds ids;
  private KnownTexts texts;

  @BeforeEach
  void startOver() {
    ids = new KnownIds(OdooRelease.V19);
    texts = new KnownTexts(NOW);
    ids.learn("res.partner", 34493, 7);
  }

  @Test
  void differences_otherIdsMomentsAndNumbersOfEntries_areNone() throws Exception {
    assertThat(differences(RECORDED, ACTUAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Lyon\" | \"Lyons\"",
        "true | false",
        "125.2, | 125.3,",
        "8.33 | 0",
        "8.33 | 100",
        "34493 | 34495",
        "\"Parent\" | \"Parents\"",
        "INV/2026/00008 | RINV/2026/00008",
        "INV/2026/00008 | /",
        "2026-11-26 11:00:01 | 2026-11-25 11:00:01",
        "\"city\" | \"town\"",
        "[{ | [{}, {"
      })
  void differences_oneChangedValue_isTold(String recorded, String changed) throws Exception {
    assertThat(differences(RECORDED.replace(recorded, changed), ACTUAL)).isNotEmpty();
  }

  @Test
  void differences_recordThatIsKnownAsAnother_isTold() throws Exception {
    ids.learn("res.partner", 34494, 9);

    assertThat(differences(RECORDED, ACTUAL)).containsExactly("/0/id: recorded <34494> but was <8>");
  }

  @Test
  void differences_momentBeforeTheClockMovedOn_isTold() throws Exception {
    texts.later("2026-11-26 10:47:04");

    assertThat(differences(RECORDED, ACTUAL)).hasSize(1);
  }

  private List<String> differences(String recorded, String actual) throws JsonProcessingException {
    JsonNode expected = JSON.readTree(recorded);
    RecordedCall call = new RecordedCall("res.partner", "read", Map.of());
    List<IdPlace> places = IdPlaces.ofResult(OdooRelease.V19, call, expected, expected);
    return AnswerLikeness.differences(ids, texts, places, expected, JSON.readTree(actual));
  }
}
