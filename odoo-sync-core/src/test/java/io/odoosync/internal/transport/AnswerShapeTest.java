package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be Odoo's answer is never taken for one. */
class AnswerShapeTest {

  private static final String BEYOND_LONG = "18446744073709551623";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[1,2,3]",
        "[1,1]",
        "[0,1]",
        "[-1,-2]",
        "[1.5,2]",
        "[1e400,2]",
        "[" + BEYOND_LONG + ",2]",
        "[]",
        "7",
        "false",
        "null",
        "{}",
        "[[1],[2]]"
      })
  void create_noIdsOfTwoRecords_leavesTheOutcomeOpen(String answer) {
    assertOdd("create", answer, odoo -> odoo.create("res.partner", List.of(named(), named())));
  }

  private static Map<String, ?> named() {
    return Map.of("name", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ids\":[0],\"messages\":[]}",
        "{\"ids\":[-5],\"messages\":[]}",
        "{\"ids\":[" + BEYOND_LONG + "],\"messages\":[]}",
        "{\"ids\":[\"5\"],\"messages\":[]}",
        "{\"ids\":[5,5.5],\"messages\":[]}",
        "{\"ids\":false,\"messages\":[]}",
        "{\"ids\":[5]}",
        "{\"ids\":[5],\"messages\":false}",
        "{\"ids\":[5],\"ids\":[6],\"messages\":[]}",
        "[]",
        "[5]",
        "false",
        "null"
      })
  void load_noIdsAndMessages_leavesTheOutcomeOpen(String answer) {
    assertOdd("load", answer, odoo -> odoo.load("res.partner", List.of("id"), rows(), Map.of()));
  }

  private static List<List<String>> rows() {
    return List.of(List.of("a.b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,1]", "[0]", "[-1]", "[1e400]", "[" + BEYOND_LONG + "]", "{}", "null"})
  void search_noIds_fails(String answer) {
    assertOdd("search", answer, odoo -> odoo.search("res.partner", Domain.all(), Page.first(9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":1},{\"id\":1}]",
        "[{\"id\":0}]",
        "[{\"id\":-1}]",
        "[{\"id\":" + BEYOND_LONG + "}]",
        "[{\"id\":1,\"name\":\"x\",\"name\":\"y\"}]",
        "[{\"id\":[1,\"x\"]}]",
        "[[1]]",
        "{}",
        "false",
        "null"
      })
  void searchRead_noRecords_fails(String answer) {
    assertOdd(
        "search_read",
        answer,
        odoo -> odoo.searchRead("res.partner", Domain.all(), List.of("name"), Page.first(9)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\":1},{\"id\":3}]", "[{\"id\":2},{\"id\":2}]"})
  void read_recordsThatWereNotAskedFor_fails(String answer) {
    assertOdd("read", answer, odoo -> odoo.read("res.partner", List.of(1L, 2L), List.of("name")));
    assertOdd("search_read", answer, odoo -> readAmong(odoo, 1L, 2L));
  }

  private static List<OdooRecord> readAmong(OdooClient odoo, Long... ids) {
    return odoo.readAmong("res.partner", List.of(ids), Domain.all(), List.of("name"));
  }

  @Test
  void readAmong_nobody_asksNothing() {
    assertThat(readAmong(ODOO.json2())).isEmpty();
    assertThat(ODOO.allRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"3\":\"a.b\"}", "{\"-1\":\"a.b\"}", "{\"1\":7}", "[]", "[1]", "false"})
  void externalIds_ofSomethingElse_fails(String answer) {
    assertOdd("get_external_id", answer, odoo -> odoo.externalIds("res.partner", List.of(1L, 2L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"res.partner\",-5]",
        "[\"res.partner\",0]",
        "[\"res.partner\"," + BEYOND_LONG + "]",
        "[\"res.partner\",\"5\"]",
        "[\"res.partner\"]",
        "[5,\"res.partner\"]",
        "{}",
        "null"
      })
  void resolveExternalId_noModelAndId_fails(String answer) {
    ODOO.onJson2("ir.model.data", "check_object_reference", okJson(answer));
    assertUnknown(odoo -> odoo.resolveExternalId("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[1]",
        "false",
        "null",
        "{\"name\":[]}",
        "{\"name\":false}",
        "{\"name\":{}}",
        "{\"name\":{\"type\":[1]}}",
        "{\"name\":{\"type\":\"char\",\"required\":1e999999999}}"
      })
  void fieldsGet_noFields_fails(String answer) {
    assertOdd("fields_get", answer, odoo -> odoo.fieldsGet("res.partner", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e400", BEYOND_LONG})
  void searchCount_noCount_fails(String answer) {
    assertOdd("search_count", answer, odoo -> odoo.searchCount("res.partner", Domain.all()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"id\":999,", "\"id\":\"1\",", "\"id\":null,", ""})
  void call_replyToAnotherRequest_leavesTheOutcomeOpen(String id) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute("write", okJson("{\"jsonrpc\":\"2.0\"," + id + "\"result\":true}"));
    OdooClient odoo = OdooClient.connect(ODOO.connection().build());
    OdooException failure =
        catchThrowableOfType(
            OdooException.class, () -> odoo.write("res.partner", List.of(1L), named()));
    assertThat(failure).isInstanceOf(OdooOutcomeUnknownException.class);
  }

  @Test
  void call_errorOfAnotherRequest_leavesTheOutcomeOpen() {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute(
        "write",
        okJson(
            "{\"jsonrpc\":\"2.0\",\"id\":999,\"error\":{\"data\":{\"name\":"
                + "\"odoo.exceptions.UserError\",\"message\":\"no\"}}}"));
    OdooClient odoo = OdooClient.connect(ODOO.connection().build());
    assertThat(
            catchThrowableOfType(
                OdooException.class, () -> odoo.write("res.partner", List.of(1L), named())))
        .isInstanceOf(OdooOutcomeUnknownException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-7"})
  void call_logInAsNobody_isRefused(String user) {
    ODOO.answersAs18();
    ODOO.onRpc("authenticate", StubOdoo.result(user));
    OdooClient odoo = OdooClient.connect(ODOO.connection().build());
    assertThat(catchThrowableOfType(OdooException.class, odoo::verify))
        .hasMessageContaining("refuses this login and API key");
  }

  @Test
  void accessors_valuesThatSuchAFieldCantHave_fail() {
    assertOdd(List.of(1, 2), record -> record.text("f"));
    assertOdd(7, record -> record.text("f"));
    assertOdd(true, record -> record.text("f"));
    assertOdd("7", record -> record.number("f"));
    assertOdd(List.of(), record -> record.number("f"));
    assertOdd(1.5, record -> record.whole("f"));
    assertOdd("yes", record -> record.flag("f"));
    assertOdd("yesterday", record -> record.date("f"));
    assertOdd("2026-02-30", record -> record.date("f"));
    assertOdd("yesterday", record -> record.instant("f"));
    assertOdd("2026-02-03", record -> record.instant("f"));
    assertOdd("7", record -> record.reference("f"));
    assertOdd(-7, record -> record.reference("f"));
    assertOdd(List.of("x", 7), record -> record.reference("f"));
    assertOdd(Map.of("id", 7), record -> record.reference("f"));
    assertOdd("7", record -> record.references("f"));
  }

  /** Odoo 14 gives 0 for a reference to nothing that is no many2one. */
  @Test
  void reference_zero_isNone() {
    assertThat(record(0).reference("f")).isEmpty();
  }

  private static void assertOdd(Object value, Function<OdooRecord, ?> accessor) {
    OdooException failure =
        catchThrowableOfType(OdooException.class, () -> accessor.apply(record(value)));
    assertThat(failure)
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("record 9")
        .hasMessageContaining("f should be");
    assertThat(((OdooOutcomeUnknownException) failure).isSafeToRepeat()).isTrue();
  }

  private static OdooRecord record(Object value) {
    return new OdooRecord(OdooValue.of(Map.of("id", 9, "f", value)));
  }

  private static void assertOdd(String method, String answer, Function<OdooClient, ?> call) {
    ODOO.onJson2("res.partner", method, okJson(answer));
    assertUnknown(call);
  }

  private static void assertUnknown(Function<OdooClient, ?> call) {
    ODOO.answersAs19();
    OdooClient odoo = OdooClient.connect(ODOO.connection().retry(RetryPolicy.NEVER).build());
    OdooException failure = catchThrowableOfType(OdooException.class, () -> call.apply(odoo));
    assertThat(failure).isInstanceOf(OdooOutcomeUnknownException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.UNKNOWN);
  }
}
