package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTransportTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @Test
  void send_severalCalls_logsInOnce() {
    ODOO.onExecute("search_count", StubOdoo.result("3"));
    OdooClient client = ODOO.jsonRpc();
    assertThat(client.searchCount("res.partner", Domain.all())).isEqualTo(3);
    assertThat(client.searchCount("res.partner", Domain.all())).isEqualTo(3);
    assertThat(ODOO.rpcArguments("authenticate"))
        .containsExactly(
            StubOdoo.json("[\"prod\", \"sync@example.com\", \"" + StubOdoo.KEY + "\", {}]"));
    assertThat(ODOO.rpcArguments("version")).hasSize(1);
  }

  @Test
  void send_anyCall_statesTheBodysLengthAndKeepsTheKeyOutOfHeaders() {
    ODOO.onExecute("search_count", StubOdoo.result("3"));
    ODOO.jsonRpc().searchCount("res.partner", Domain.all());
    assertThat(ODOO.requests("/jsonrpc"))
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.getHeader("Content-Length"))
                  .isEqualTo(String.valueOf(request.getBody().length));
              assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
              assertThat(request.getHeader("User-Agent")).startsWith("odoo-sync/");
              assertThat(request.containsHeader("Transfer-Encoding")).isFalse();
              assertThat(request.containsHeader("Cookie")).isFalse();
              assertThat(request.getHeaders().toString()).doesNotContain(StubOdoo.KEY);
            });
  }

  /** Odoo 14 calls the first parameter of {@code search} {@code args}: it can't go by name. */
  @Test
  void search_domain_isSentByPosition() {
    ODOO.onExecute("search", StubOdoo.result("[5,4]"));
    List<Long> ids =
        ODOO.jsonRpc().search("res.partner", Domain.all(), Page.first(2).orderedBy("id desc"));
    assertThat(ids).containsExactly(5L, 4L);
    assertExecuted("res.partner", "search", "[[]]", "{\"limit\": 2, \"order\": \"id desc\"}");
  }

  @Test
  void searchCount_domain_isSentByPosition() {
    ODOO.onExecute("search_count", StubOdoo.result("3"));
    ODOO.jsonRpc().searchCount("res.partner", Domain.field("id").isEqualTo(1));
    assertExecuted("res.partner", "search_count", "[[[\"id\", \"=\", 1]]]", "{}");
  }

  @Test
  void create_values_areSentByPosition() {
    ODOO.onExecute("create", Recording.named("jsonrpc_14_create_multi_ok").replayed());
    List<Long> ids =
        ODOO.jsonRpc().create("res.partner", List.of(Map.of("name", "a"), Map.of("name", "b")));
    assertThat(ids).hasSize(2);
    assertExecuted("res.partner", "create", "[[{\"name\": \"a\"}, {\"name\": \"b\"}]]", "{}");
  }

  @Test
  void create_serverAnswersOneNumber_isOneId() {
    ODOO.onExecute("create", Recording.named("jsonrpc_14_create_single_dict").replayed());
    assertThat(ODOO.jsonRpc().create("res.partner", List.of(Map.of("name", "a")))).hasSize(1);
  }

  @Test
  void write_idsAndValues_areSentByPosition() {
    ODOO.onExecute("write", Recording.named("jsonrpc_14_write_ok").replayed());
    ODOO.jsonRpc().write("res.partner", List.of(1L, 2L), Map.of("name", "x"));
    assertExecuted("res.partner", "write", "[[1, 2], {\"name\": \"x\"}]", "{}");
  }

  @Test
  void unlink_ids_areSentByPosition() {
    ODOO.onExecute("unlink", Recording.named("jsonrpc_14_unlink_ok").replayed());
    ODOO.jsonRpc().unlink("res.partner", List.of(1L));
    assertExecuted("res.partner", "unlink", "[[1]]", "{}");
  }

  @Test
  void load_columnsRowsAndContext_areSentWhereFourteenReadsThem() {
    ODOO.onExecute("load", Recording.named("jsonrpc_18_load_partner_create").replayed());
    LoadResult result =
        ODOO.jsonRpc()
            .load(
                "res.partner",
                List.of("id", "name"),
                List.of(List.of("x.y", "a")),
                Map.of("tracking_disable", true));
    assertThat(result.ids()).hasSize(1);
    assertExecuted(
        "res.partner",
        "load",
        "[[\"id\", \"name\"], [[\"x.y\", \"a\"]]]",
        "{\"context\": {\"tracking_disable\": true}}");
  }

  @Test
  void load_rowsRefused_returnsTheMessages() {
    ODOO.onExecute("load", Recording.named("jsonrpc_18_load_batch_one_bad_constraint").replayed());
    LoadResult result = load();
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).contains("Contacts require a name");
              assertThat(message.record()).isNotNull();
              assertThat(message.field()).isNull();
            });
  }

  @Test
  void load_valuesNotConvertible_namesRecordAndField() {
    ODOO.onExecute("load", Recording.named("jsonrpc_19_load_batch_bad_conversion").replayed());
    assertThat(load().errors())
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.field()).isNotNull())
        .allSatisfy(message -> assertThat(message.record()).isNotNull());
  }

  @Test
  void load_manyErrors_endsWithAWarningThatHasNoRecord() {
    ODOO.onExecute("load", Recording.named("jsonrpc_14_load_many_errors").replayed());
    LoadResult result = load();
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).hasSize(10);
    LoadResult.Message last = result.messages().get(result.messages().size() - 1);
    assertThat(last.error()).isFalse();
    assertThat(last.record()).isNull();
    assertThat(last.text()).startsWith("Found more than 10 errors");
  }

  @Test
  void load_warning_comesWithTheIds() {
    ODOO.onExecute("load", Recording.named("jsonrpc_14_load_warning_bool").replayed());
    LoadResult result = load();
    assertThat(result.ids()).isNotEmpty();
    assertThat(result.errors()).isEmpty();
    assertThat(result.messages()).isNotEmpty();
  }

  /** Odoo reports it as a message; nothing was loaded, so the load is repeated. */
  @ParameterizedTest
  @ValueSource(ints = {14, 18, 19})
  void load_lostRace_isRepeatedAsBusy(int version) {
    ODOO.onExecute("load", Recording.named("jsonrpc_" + version + "_load_race_0").replayed());
    assertThatThrownBy(JsonRpcTransportTest::load)
        .isInstanceOf(OdooBusyException.class)
        .hasMessageContaining("could not serialize access");
    assertThat(ODOO.rpcArguments("execute_kw")).hasSize(StubOdoo.QUICK.maxAttempts());
  }

  @Test
  void fieldsGet_recorded_isRead() {
    ODOO.onExecute("fields_get", Recording.named("jsonrpc_18_partner_fields_get").replayed());
    Map<String, FieldDefinition> fields = ODOO.jsonRpc().fieldsGet("res.partner", List.of());
    assertThat(fields.get("country_id"))
        .isEqualTo(new FieldDefinition("country_id", "many2one", "", false, false, null));
    assertThat(fields).containsKey("mobile").doesNotContainKey("l10n_fr_is_french");
  }

  @Test
  void fieldsGet_labelAndRelation_areRead() {
    String definition =
        "{\"name\": {\"type\": \"many2one\", \"string\": \"Name\", \"required\": true,"
            + " \"readonly\": true, \"relation\": \"res.country\"}}";
    ODOO.onExecute("fields_get", StubOdoo.result(definition));
    assertThat(ODOO.jsonRpc().fieldsGet("res.partner", List.of("name")).get("name"))
        .isEqualTo(new FieldDefinition("name", "many2one", "Name", true, true, "res.country"));
    assertExecuted(
        "res.partner",
        "fields_get",
        "[]",
        "{\"allfields\": [\"name\"], \"attributes\": [\"type\", \"string\", \"required\","
            + " \"readonly\", \"relation\", \"digits\", \"states\"]}");
  }

  /** What Odoo 14 answers of account.move; 16 does the same. */
  @Test
  void fieldsGet_readonlyExceptInADraft_isNotReadonly() {
    ODOO.onExecute(
        "fields_get",
        StubOdoo.result(
            "{\"invoice_date\": {\"type\": \"date\", \"readonly\": true,"
                + " \"states\": {\"draft\": [[\"readonly\", false]]}},"
                + " \"name\": {\"type\": \"char\", \"readonly\": true,"
                + " \"states\": {\"draft\": [[\"required\", false], [\"readonly\", true]]}},"
                + " \"state\": {\"type\": \"selection\", \"readonly\": true}}"));
    Map<String, FieldDefinition> fields = ODOO.jsonRpc().fieldsGet("account.move", List.of());
    assertThat(fields.values())
        .filteredOn(FieldDefinition::readonly)
        .extracting(FieldDefinition::name)
        .containsExactly("name", "state");
  }

  @Test
  void resolveExternalId_known_returnsModelAndId() {
    ODOO.onExecute(
        "check_object_reference", Recording.named("jsonrpc_14_check_object_reference").replayed());
    assertThat(ODOO.jsonRpc().resolveExternalId("crm", "stage_lead2"))
        .hasValueSatisfying(target -> assertThat(target.id()).isPositive());
    assertExecuted("ir.model.data", "check_object_reference", "[\"crm\", \"stage_lead2\"]", "{}");
  }

  @Test
  void resolveExternalId_unknown_isEmpty() {
    ODOO.onExecute(
        "check_object_reference",
        Recording.named("jsonrpc_19_check_object_reference_missing").replayed());
    assertThat(ODOO.jsonRpc().resolveExternalId("odoo_sync", "nope")).isEmpty();
  }

  @Test
  void resolveExternalId_recordHidden_isEmpty() {
    ODOO.onExecute("check_object_reference", StubOdoo.result("[\"res.partner\", false]"));
    assertThat(ODOO.jsonRpc().resolveExternalId("odoo_sync", "hidden")).isEmpty();
  }

  @Test
  void call_methodReturningNone_answersNull() {
    ODOO.onExecute("action_set_lost", Recording.named("jsonrpc_18_crm_action_set_lost").replayed());
    OdooValue result =
        ODOO.jsonRpc().call(MethodCall.of("crm.lead", "action_set_lost").ids(List.of(1L)));
    assertThat(result.isNull()).isTrue();
  }

  @Test
  void send_logInRefused_saysWhichLogin() {
    ODOO.answersAs18();
    ODOO.onRpc("authenticate", Recording.named("jsonrpc_18_auth_wrong_password").replayed());
    OdooClient client = OdooClient.connect(ODOO.connection().build());
    assertThatThrownBy(client::verify)
        .isInstanceOf(OdooAuthenticationException.class)
        .hasMessageContaining("sync@example.com")
        .hasMessageContaining("'prod'");
  }

  @Test
  void send_logInWorksTheSecondTime_isUsed() {
    ODOO.answersAs18();
    ODOO.onRpc("authenticate", Recording.named("jsonrpc_18_auth_wrong_password").replayed());
    ODOO.onExecute("context_get", StubOdoo.result("{}"));
    OdooClient client = OdooClient.connect(ODOO.connection().build());
    assertThatThrownBy(client::verify).isInstanceOf(OdooAuthenticationException.class);
    ODOO.letsIn();
    assertThat(client.verify().transport()).isEqualTo(OdooConnection.Transport.JSON_RPC);
  }

  @Test
  void send_noLogin_saysThatOneIsNeeded() {
    ODOO.answersAs18();
    OdooClient client = OdooClient.connect(ODOO.connection().login(null).build());
    assertThatThrownBy(client::verify)
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageContaining("needs a login");
  }

  private static LoadResult load() {
    return ODOO.jsonRpc().load("res.partner", List.of("id"), List.of(List.of("x.y")), Map.of());
  }

  private static void assertExecuted(String model, String method, String positional, String named) {
    assertThat(ODOO.rpcArguments("execute_kw"))
        .containsExactly(
            StubOdoo.json(
                String.format(
                    "[\"prod\", 7, \"%s\", \"%s\", \"%s\", %s, %s]",
                    StubOdoo.KEY, model, method, positional, named)));
  }
}
