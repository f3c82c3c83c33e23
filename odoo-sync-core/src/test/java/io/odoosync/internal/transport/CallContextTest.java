package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallContextTest {

  private static final MethodCall COUNT =
      MethodCall.of("res.partner", "search_count").positional("domain", Domain.all());

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static String sent(OdooClient client, MethodCall call) {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));
    client.call(call);
    List<?> all = ODOO.requests("/json/2/res.partner/search_count");
    return ODOO.requests("/json/2/res.partner/search_count").get(all.size() - 1).getBodyAsString();
  }

  @Test
  void withContext_severalValues_goWithEachCall() {
    OdooClient client =
        ODOO.json2().withContext("lang", "fr_FR").withContext("allowed_company_ids", List.of(3));
    assertThat(sent(client, COUNT))
        .isEqualTo("{\"domain\":[],\"context\":{\"lang\":\"fr_FR\",\"allowed_company_ids\":[3]}}");
  }

  @Test
  void withContext_valueOfTheCallItself_countsMore() {
    OdooClient client = ODOO.json2().withContext("lang", "fr_FR");
    assertThat(sent(client, COUNT.context("lang", "en_US")))
        .isEqualTo("{\"domain\":[],\"context\":{\"lang\":\"en_US\"}}");
  }

  @Test
  void withContext_ofAnotherClient_isNotThisOnes() {
    OdooClient plain = ODOO.json2();
    plain.withContext("lang", "fr_FR");
    assertThat(sent(plain, COUNT)).isEqualTo("{\"domain\":[]}");
  }
}
