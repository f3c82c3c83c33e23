package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A running server's models and fields are changed, and the server is upgraded. */
class OdooSchemaTest {

  private static final String MODEL = "res.partner";

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V18);
  private final OdooSchema schema = odoo.schema();
  private final OdooClient client = client(odoo.integrationUser());
  private final long partner =
      client
          .create(MODEL, List.of(Map.of("name", "Ada", "street", "1 rue Haute", "mobile", "06")))
          .get(0);

  @AfterEach
  void stop() {
    odoo.close();
  }

  private OdooClient client(Account user) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(user.login())
            .apiKey(user.apiKey())
            .retry(new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)))
            .build());
  }

  private String text(String field) {
    return client.read(MODEL, List.of(partner), List.of(field)).get(0).text(field).orElse("");
  }

  private void write(Map<String, Object> values) {
    client.write(MODEL, List.of(partner), values);
  }

  @Test
  void drop_field_isNeitherSeenNorTaken() {
    schema.drop(MODEL, "street");

    assertThat(client.fieldsGet(MODEL, List.of())).doesNotContainKey("street");
    assertThatThrownBy(() -> text("street")).hasMessageContaining("street");
    assertThatThrownBy(() -> write(Map.of("street", "2"))).hasMessageContaining("street");
    assertThatThrownBy(() -> client.load(MODEL, List.of("street"), List.of(List.of("2")), Map.of()))
        .isInstanceOf(OdooException.class);
  }

  @Test
  void restore_droppedField_holdsWhatItHeldUnlessItIsEmptied() {
    schema.drop(MODEL, "street");
    schema.restore(MODEL, "street");
    assertThat(text("street")).isEqualTo("1 rue Haute");

    schema.empty(MODEL, "street");
    assertThat(text("street")).isEmpty();
    assertThat(text("name")).isEqualTo("Ada");
  }

  @Test
  void rename_field_keepsItsValues() {
    schema.rename(MODEL, "street", "x_street");
    assertThat(text("x_street")).isEqualTo("1 rue Haute");
    assertThatThrownBy(() -> text("street")).hasMessageContaining("street");
  }

  @Test
  void retype_textToNumber_isEmpty() {
    schema.retype(MODEL, "street", "integer");
    assertThat(client.fieldsGet(MODEL, List.of("street")))
        .hasEntrySatisfying(
            "street", definition -> assertThat(definition.type()).isEqualTo("integer"));
    assertThat(client.read(MODEL, List.of(partner), List.of("street")).get(0).whole("street"))
        .hasValue(0L);
  }

  @Test
  void retype_textToText_keepsTheText() {
    schema.retype(MODEL, "street", "text");
    assertThat(text("street")).isEqualTo("1 rue Haute");
  }

  @Test
  void makeReadonly_field_ignoresWhatIsSent() {
    schema.makeReadonly(MODEL, "street");
    write(Map.of("street", "2 rue Basse", "city", "Paris"));

    assertThat(client.fieldsGet(MODEL, List.of("street")))
        .hasEntrySatisfying("street", definition -> assertThat(definition.readonly()).isTrue());
    assertThat(text("street")).isEqualTo("1 rue Haute");
    assertThat(text("city")).isEqualTo("Paris");
  }

  @Test
  void makeRequired_field_refusesARecordWithoutIt() {
    schema.makeRequired(MODEL, "street2");
    assertThatThrownBy(() -> client.create(MODEL, List.of(Map.of("name", "Bea"))))
        .hasMessageContaining("street2");
  }

  @Test
  void dropSelection_value_isNotTakenAnyMore() {
    schema.dropSelection(MODEL, "type", "delivery");
    assertThatThrownBy(() -> write(Map.of("type", "delivery"))).hasMessageContaining("delivery");
    write(Map.of("type", "invoice"));
    assertThatThrownBy(() -> schema.dropSelection(MODEL, "type", "delivery"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dropModel_andItsReturn_clientsDoNotFindItMeanwhile() {
    schema.dropModel("crm.lead");
    assertThatThrownBy(() -> client.fieldsGet("crm.lead", List.of()))
        .hasMessageContaining("crm.lead");
    write(Map.of("phone", "+33 1"));

    schema.restoreModel("crm.lead");
    assertThat(client.fieldsGet("crm.lead", List.of())).containsKey("name");
  }

  @Test
  void dropMethod_andItsReturn_clientsDoNotFindItMeanwhile() {
    MethodCall call =
        MethodCall.of(MODEL, "has_access").ids(List.of()).argument("operation", "read");
    schema.dropMethod(MODEL, "has_access");
    assertThatThrownBy(() -> client.call(call)).hasMessageContaining("has_access");

    schema.restoreMethod(MODEL, "has_access");
    assertThat(client.call(call).flag()).hasValue(true);
  }

  @Test
  void drop_unknownField_isRefused() {
    assertThatThrownBy(() -> schema.drop(MODEL, "x_none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field: res.partner has no x_none");
    assertThatThrownBy(() -> schema.drop("x.none", "name")).hasMessageContaining("x.none");
  }

  @Test
  void upgrade_to19_keepsRecordsAndLosesWhatTheReleaseDoesNotHave() {
    StoredRecord before = odoo.person().record(MODEL, (int) partner).orElseThrow();

    odoo.upgrade(OdooRelease.V19);

    assertThat(odoo.release()).isEqualTo(OdooRelease.V19);
    OdooClient after = client(odoo.integrationUser());
    assertThat(after.verify().version()).startsWith("19");
    assertThat(after.fieldsGet(MODEL, List.of("mobile"))).isEmpty();
    StoredRecord now = odoo.person().record(MODEL, (int) partner).orElseThrow();
    assertThat(now.get("name")).isEqualTo("Ada");
    assertThat(now.get("create_date")).isEqualTo(before.get("create_date"));
    assertThat(now.get("write_date")).isEqualTo(before.get("write_date"));
  }

  @Test
  void upgrade_toAnEarlierRelease_isRefused() {
    assertThatThrownBy(() -> odoo.upgrade(OdooRelease.V14))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
