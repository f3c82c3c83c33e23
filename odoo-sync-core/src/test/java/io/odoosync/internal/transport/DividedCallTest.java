package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading calls that are too large for a proxy, or whose answers are too large for us. */
class DividedCallTest {

  private static final List<String> NAME = List.of("name");
  private static final String READ = "/json/2/res.partner/read";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  /** As nginx says it. */
  private static final String PAGE =
      "<html><head><title>413 Request Entity Too Large</title></head></html>";

  private OdooClient client() {
    ODOO.answersAs19();
    return OdooClient.connect(ODOO.connection().maxResponseBytes(4_096).build());
  }

  private static void refusesMoreThanOne(String method, String ids) {
    ODOO.on(
        post("/json/2/res.partner/" + method),
        aResponse().withStatus(413).withHeader("Content-Type", "text/html").withBody(PAGE));
    for (int id = 1; id <= 3; id++) {
      ODOO.on(
          post("/json/2/res.partner/" + method)
              .withRequestBody(matchingJsonPath("$[?(@." + ids + " == [" + id + "])]")),
          okJson("[{\"id\":" + id + "}]"));
    }
  }

  @Test
  void read_requestTooLarge_isHalved() {
    refusesMoreThanOne("read", "ids");
    List<OdooRecord> read = client().read("res.partner", List.of(1L, 2L, 3L), NAME);
    assertThat(read).extracting(OdooRecord::id).containsExactly(1L, 2L, 3L);
    assertThat(ODOO.requests(READ)).hasSize(5);
  }

  @Test
  void readAmong_requestTooLarge_isHalved() {
    refusesMoreThanOne("search_read", "domain[0][2]");
    List<OdooRecord> read =
        client().readAmong("res.partner", List.of(3L, 1L, 2L), Domain.all(), NAME);
    assertThat(read).extracting(OdooRecord::id).containsExactly(1L, 2L, 3L);
  }

  @Test
  void read_oneRecordTooLarge_saysWhatToDo() {
    ODOO.on(post(READ), aResponse().withStatus(413).withBody(PAGE));
    OdooException failure =
        catchThrowableOfType(
            OdooException.class, () -> client().read("res.partner", List.of(1L), NAME));
    assertThat(failure)
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("HTTP 413")
        .hasMessageContaining("413 Request Entity Too Large");
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(failure.advice()).contains("raise the limit").contains("smaller");
    assertThat(failure.isForSize()).isTrue();
  }

  /** Odoo itself takes 128 MiB. */
  @ParameterizedTest
  @ValueSource(ints = {200, 413})
  void write_refusedByOdooForItsSize_isTheSame(int status) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute(
        "write",
        okJson(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"data\":{\"name\":"
                    + "\"werkzeug.exceptions.RequestEntityTooLarge\",\"message\":\"413\"}}}")
            .withStatus(status));
    OdooClient odoo = OdooClient.connect(ODOO.connection().build());
    OdooException failure =
        catchThrowableOfType(
            OdooException.class, () -> odoo.write("res.partner", List.of(1L), Map.of("name", "x")));
    assertThat(failure.isForSize()).isTrue();
  }

  @Test
  void read_answerTooLarge_isHalvedAndNotAskedForAgain() {
    String large = "\"" + "x".repeat(2_000) + "\"";
    ODOO.on(
        post(READ), okJson("[" + row(1, large) + "," + row(2, large) + "," + row(3, large) + "]"));
    for (int id = 1; id <= 3; id++) {
      ODOO.on(
          post(READ).withRequestBody(matchingJsonPath("$[?(@.ids == [" + id + "])]")),
          okJson("[" + row(id, large) + "]"));
    }
    List<OdooRecord> read = client().read("res.partner", List.of(1L, 2L, 3L), NAME);
    assertThat(read).extracting(OdooRecord::id).containsExactly(1L, 2L, 3L);
    assertThat(ODOO.requests(READ)).hasSize(5);
  }

  private static String row(int id, String name) {
    return "{\"id\":" + id + ",\"name\":" + name + "}";
  }

  @Test
  void searchRead_moreValuesThanAllowed_saysHowManyAreAllowed() {
    ODOO.onJson2("res.partner", "search_read", okJson("[" + "{},".repeat(100) + "{}]"));
    OdooException failure =
        catchThrowableOfType(
            OdooException.class,
            () -> client().searchRead("res.partner", Domain.all(), NAME, Page.first(200)));
    assertThat(failure)
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("more than 64 values")
        .hasMessageContaining("raise maxResponseBytes");
    assertThat(((OdooOutcomeUnknownException) failure).reason())
        .isEqualTo(OdooOutcomeUnknownException.Reason.TOO_LARGE);
    assertThat(failure.advice()).contains("maxResponseBytes");
    assertThat(failure.attempts()).isEqualTo(1);
  }
}
