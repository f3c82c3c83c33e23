package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Json2TransportTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @Test
  void send_anyCall_authenticatesByKeyAndNamesTheDatabase() {
    replay("res.partner", "search_read", "json2_19_search_read_ok");
    ODOO.json2().searchRead("res.partner", Domain.all(), List.of("name"), Page.first(2));
    LoggedRequest request = sent("res.partner", "search_read");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + StubOdoo.KEY);
    assertThat(request.getHeader("X-Odoo-Database")).isEqualTo("prod");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeader("User-Agent")).startsWith("odoo-sync/");
    assertThat(request.containsHeader("Cookie")).isFalse();
  }

  @Test
  void send_anyCall_statesTheBodysLength() {
    ODOO.onJson2("res.partner", "write", okJson("true"));
    ODOO.json2().write("res.partner", List.of(1L), Map.of("name", "Zoë 🚌"));
    LoggedRequest request = sent("res.partner", "write");
    assertThat(request.getHeader("Content-Length"))
        .isEqualTo(String.valueOf(request.getBody().length));
    assertThat(request.containsHeader("Transfer-Encoding")).isFalse();
    assertThat(request.containsHeader("Expect")).isFalse();
    assertThat(StubOdoo.json(request).at("/vals/name").textValue()).isEqualTo("Zoë 🚌");
  }

  @Test
  void send_callWithoutArguments_sendsAnEmptyObject() {
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    ODOO.json2().verify();
    assertThat(sent("res.users", "context_get").getBodyAsString()).isEqualTo("{}");
  }

  @Test
  void send_idsArgumentsAndContext_sendsOneObjectOfNames() {
    ODOO.onJson2("crm.lead", "write", okJson("true"));
    ODOO.json2()
        .call(
            MethodCall.of("crm.lead", "write")
                .ids(List.of(3L, 4L))
                .positional("vals", Map.of("date_deadline", LocalDate.of(2026, 2, 3)))
                .context("tz", "UTC")
                .context("lang", null));
    assertThat(sent("crm.lead", "write").getBodyAsString())
        .isEqualTo(
            "{\"ids\":[3,4],\"vals\":{\"date_deadline\":\"2026-02-03\"},"
                + "\"context\":{\"tz\":\"UTC\",\"lang\":false}}");
  }

  @Test
  void searchRead_page_isSentByName() {
    replay("res.partner", "search_read", "json2_19_search_read_ok");
    Page page = Page.first(10).from(20).orderedBy("name desc, id");
    ODOO.json2()
        .searchRead("res.partner", Domain.field("id").isGreaterThan(5), List.of("name"), page);
    assertThat(StubOdoo.json(sent("res.partner", "search_read")))
        .isEqualTo(
            StubOdoo.json(
                """
                {"domain": [["id", ">", 5]], "fields": ["name"], "limit": 10, "offset": 20,
                 "order": "name desc, id"}
                """));
  }

  @Test
  void searchRead_recorded_isRead() {
    replay("res.partner", "search_read", "json2_19_search_read_ok");
    List<OdooRecord> records =
        ODOO.json2().searchRead("res.partner", Domain.all(), List.of("name"), Page.first(2));
    assertThat(records).isNotEmpty().allSatisfy(record -> assertThat(record.id()).isPositive());
  }

  @Test
  void create_oneOrMore_returnsTheIdsInOrder() {
    replay("res.partner", "create", "json2_19_create_multi");
    assertThat(
            ODOO.json2().create("res.partner", List.of(Map.of("name", "a"), Map.of("name", "b"))))
        .containsExactly(10L, 11L);
    assertThat(StubOdoo.json(sent("res.partner", "create")))
        .isEqualTo(StubOdoo.json("{\"vals_list\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}"));
  }

  @Test
  void load_recorded_returnsTheId() {
    replay("res.partner", "load", "json2_19_load_ok");
    LoadResult result =
        ODOO.json2()
            .load(
                "res.partner",
                List.of("id", "name"),
                List.of(List.of("odoo_sync.j2_1", "J2 load")),
                Map.of("tracking_disable", true));
    assertThat(result.ids()).containsExactly(14L);
    assertThat(result.messages()).isEmpty();
    assertThat(StubOdoo.json(sent("res.partner", "load")))
        .isEqualTo(
            StubOdoo.json(
                """
                {"fields": ["id", "name"], "data": [["odoo_sync.j2_1", "J2 load"]],
                 "context": {"tracking_disable": true}}
                """));
  }

  @Test
  void call_methodReturningNone_answersNull() {
    replay("account.move", "button_draft", "json2_19_invoice_button_draft");
    OdooValue result =
        ODOO.json2().call(MethodCall.of("account.move", "button_draft").ids(List.of(1L)));
    assertThat(result.isNull()).isTrue();
  }

  @Test
  void nothingToDo_emptyIdsOrValues_sendsNothing() {
    OdooClient client = ODOO.json2();
    client.write("res.partner", List.of(), Map.of("name", "x"));
    client.unlink("res.partner", List.of());
    assertThat(client.create("res.partner", List.of())).isEmpty();
    assertThat(client.read("res.partner", List.of(), List.of("name"))).isEmpty();
    assertThat(ODOO.allRequests()).isEmpty();
  }

  private static void replay(String model, String method, String recording) {
    ODOO.onJson2(model, method, Recording.named(recording).replayed());
  }

  private static LoggedRequest sent(String model, String method) {
    List<LoggedRequest> requests = ODOO.requests("/json/2/" + model + "/" + method);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }
}
