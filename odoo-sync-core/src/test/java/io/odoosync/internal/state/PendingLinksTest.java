package io.odoosync.internal.state;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that were about to be created: Odoo is asked whether it has them. */
class PendingLinksTest {

  private static final WireMockServer ODOO =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  private static final LocalKey ONE = LocalKey.of("guest", 1);
  private static final LocalKey TWO = LocalKey.of("guest", 2);

  private final IdStore store = new InMemoryIdStore();
  private final Links links = new Links(TestSettings.over(store), client());

  @BeforeAll
  static void start() {
    ODOO.start();
  }

  @AfterAll
  static void stop() {
    ODOO.stop();
  }

  @BeforeEach
  void intend() {
    ODOO.resetAll();
    store.save(
        List.of(
            Link.pending(CONTACT, ONE, "a", Instant.EPOCH),
            Link.pending(CONTACT, TWO, "b", Instant.EPOCH)));
  }

  private static OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url("http://127.0.0.1:" + ODOO.port())
            .transport(OdooConnection.Transport.JSON2)
            .database("prod")
            .login("sync@example.com")
            .apiKey("0123456789abcdef0123456789abcdef01234567")
            .build());
  }

  private static void answers(String name, ResponseDefinitionBuilder answer) {
    ODOO.stubFor(
        post("/json/2/ir.model.data/check_object_reference")
            .withRequestBody(containing(name))
            .willReturn(answer));
  }

  @Test
  void find_pending_isCompletedIfOdooHasItAndElseLeftOut() {
    answers("guest", okJson("[\"res.partner\",7]"));
    answers(
        "guest_2", jsonResponse("{\"name\":\"builtins.ValueError\",\"message\":\"none\"}", 422));
    Link completed = new Link(CONTACT, ONE, 7L, "a", TestSettings.NOW);
    assertThat(links.find(CONTACT, List.of(ONE, TWO))).isEqualTo(Map.of(ONE, completed));
    assertThat(store.find(CONTACT, List.of(ONE, TWO)))
        .isEqualTo(Map.of(ONE, completed, TWO, Link.pending(CONTACT, TWO, "b", Instant.EPOCH)));
  }

  @Test
  void idInOdoo_ofAnotherModel_endsTheStage() {
    answers("guest", okJson("[\"crm.lead\",7]"));
    assertThatThrownBy(() -> links.idInOdoo(CONTACT, ONE))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("stands for a record of crm.lead, not of res.partner");
  }
}
