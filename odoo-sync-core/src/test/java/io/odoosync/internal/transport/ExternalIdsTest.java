package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdsTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static Map<Long, String> answered(String json) {
    ODOO.onJson2("res.partner", "get_external_id", okJson(json));
    return ODOO.json2().externalIds("res.partner", List.of(3L, 4L));
  }

  @Test
  void externalIds_someHaveNone_areThoseThatHaveOne() {
    assertThat(answered("{\"3\":\"school.guest_1\",\"4\":\"\"}"))
        .isEqualTo(Map.of(3L, "school.guest_1"));
  }

  @Test
  void externalIds_noRecords_asksNothing() {
    assertThat(ODOO.json2().externalIds("res.partner", List.of())).isEmpty();
    assertThat(ODOO.allRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"3\":false}",
        "{\"x\":\"school.guest_1\"}",
        "{\"-3\":\"school.guest_1\"}",
        "{\"1234567890123456789\":\"school.guest_1\"}"
      })
  void externalIds_resultOfAnotherShape_isNoResult(String json) {
    assertThatThrownBy(() -> answered(json))
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("it should be an object of external ids");
  }

  @Test
  void resolveExternalId_hiddenRecord_isEmptyAndOtherShapesAreNoResult() {
    OdooClient client = ODOO.json2();
    ODOO.onJson2("ir.model.data", "check_object_reference", okJson("[\"res.partner\",7]"));
    assertThat(client.resolveExternalId("school", "guest_1"))
        .hasValue(new ExternalIdTarget("res.partner", 7));
    ODOO.onJson2("ir.model.data", "check_object_reference", okJson("[\"res.partner\",false]"));
    assertThat(client.resolveExternalId("school", "guest_1")).isEmpty();
    ODOO.onJson2("ir.model.data", "check_object_reference", okJson("[false,false]"));
    assertThatThrownBy(() -> client.resolveExternalId("school", "guest_1"))
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("it should be model and id");
  }
}
