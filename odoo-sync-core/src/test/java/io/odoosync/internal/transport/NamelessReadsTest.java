package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records are read without the names of what they refer to, where the server can do so. */
class NamelessReadsTest {

  private static final String SEARCH_READ = "/json/2/res.partner/search_read";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static ResponseDefinitionBuilder refused(String words) {
    return okJson("{\"name\":\"builtins.TypeError\",\"message\":\"" + words + "\"}")
        .withStatus(422);
  }

  private static List<OdooRecord> read(OdooClient client, String field) {
    return client.readAmong("res.partner", List.of(1L), Domain.all(), List.of(field));
  }

  @Test
  void readAmong_server19_doesNotAskForNames() {
    OdooClient client = ODOO.json2();
    ODOO.on(
        post(SEARCH_READ).withRequestBody(matchingJsonPath("$[?(@.load == '')]")),
        okJson("[{\"id\":1,\"country_id\":75}]"));

    assertThat(read(client, "country_id").get(0).reference("country_id")).contains(75L);
  }

  @Test
  void readAmong_serverHandsNothingOn_isAskedWithoutAndLikeThatFromThenOn() {
    OdooClient client = ODOO.json2();
    ODOO.on(post(SEARCH_READ), okJson("[{\"id\":1,\"country_id\":[75,\"France\"]}]"));
    ODOO.on(
        post(SEARCH_READ).withRequestBody(matchingJsonPath("$.load")),
        refused("search_read() got an unexpected keyword argument 'load'"));

    for (OdooClient each : List.of(client, client, client.withContext("lang", "fr_FR"))) {
      assertThat(read(each, "country_id").get(0).reference("country_id")).contains(75L);
    }

    assertThat(ODOO.requests(SEARCH_READ)).hasSize(4);
  }

  @Test
  void readAmong_refusedForAnotherReason_isToldAndNotAskedAgain() {
    OdooClient client = ODOO.json2();
    ODOO.on(post(SEARCH_READ), refused("Invalid field 'moon' on model 'res.partner'"));

    assertThatThrownBy(() -> read(client, "moon"))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("moon");

    assertThat(ODOO.requests(SEARCH_READ)).hasSize(1);
  }
}
