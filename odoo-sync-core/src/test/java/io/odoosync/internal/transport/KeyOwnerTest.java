package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JSON-2 looks at the key alone: whose it is must be asked. */
class KeyOwnerTest {

  private static final String WHO = "/json/2/res.users/context_get";
  private static final String NAME = "/json/2/res.users/read";
  private static final String COUNT = "/json/2/res.partner/search_count";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static OdooClient client() {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));
    ODOO.onJson2("res.users", "context_get", okJson("{\"uid\":7}"));
    return ODOO.json2().confirmingLogin();
  }

  private static void keyIsOf(String login) {
    ODOO.onJson2("res.users", "read", okJson("[{\"id\":7,\"login\":\"" + login + "\"}]"));
  }

  private static long count(OdooClient client) {
    return client.searchCount("res.partner", Domain.all());
  }

  @Test
  void confirmingLogin_keyOfTheLogin_isAskedForOnce() {
    OdooClient client = client();
    keyIsOf("sync@example.com");
    assertThat(count(client)).isEqualTo(3);
    assertThat(count(client)).isEqualTo(3);
    assertThat(ODOO.requests(WHO)).hasSize(1);
    assertThat(ODOO.requests(NAME)).hasSize(1);
    assertThat(ODOO.requests(NAME).get(0).getBodyAsString())
        .isEqualTo("{\"ids\":[7],\"fields\":[\"login\"]}");
    assertThat(ODOO.requests(COUNT)).hasSize(2);
  }

  @Test
  void confirmingLogin_keyOfAnotherUser_makesNoCallAndIsAskedAgain() {
    OdooClient client = client();
    keyIsOf("boss@example.com");
    OdooException failure = catchThrowableOfType(OdooException.class, () -> count(client));
    assertThat(failure)
        .isInstanceOf(OdooAuthenticationException.class)
        .hasMessageContaining("the API key is that of the user 'boss@example.com'")
        .hasMessageContaining("not of the connection's login 'sync@example.com'");
    assertThat(ODOO.requests(COUNT)).isEmpty();
    keyIsOf("sync@example.com");
    assertThat(count(client)).isEqualTo(3);
  }

  @Test
  void confirmingLogin_answerLost_certainlyDidNothing() {
    OdooClient client = client();
    ODOO.onJson2("res.users", "read", StubOdoo.status(502));
    OdooException failure = catchThrowableOfType(OdooException.class, () -> count(client));
    assertThat(failure).isInstanceOf(OdooConnectionException.class);
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(ODOO.requests(COUNT)).isEmpty();
  }

  @Test
  void confirmingLogin_noLogin_asksNothing() {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));
    ODOO.answersAs19();
    OdooClient client = OdooClient.connect(ODOO.connection().login(null).build());
    assertThat(count(client.confirmingLogin())).isEqualTo(3);
    assertThat(ODOO.requests(WHO)).isEmpty();
  }

  @Test
  void confirmingLogin_serverDoesNotSayWho_goesOn() {
    OdooClient client = client();
    ODOO.onJson2("res.users", "context_get", okJson("{}"));
    assertThat(count(client)).isEqualTo(3);
    assertThat(ODOO.requests(NAME)).isEmpty();
  }

  @Test
  void confirmingLogin_overJsonRpc_asksNothingFurther() {
    OdooClient client = ODOO.jsonRpc().confirmingLogin();
    ODOO.onExecute("search_count", StubOdoo.result("3"));
    assertThat(count(client)).isEqualTo(3);
    assertThat(ODOO.rpcArguments("execute_kw")).hasSize(1);
  }

  @Test
  void verify_keyOfAnotherUser_isRefused() {
    ODOO.onJson2("res.users", "context_get", okJson("{\"uid\":7}"));
    keyIsOf("boss@example.com");
    OdooClient client = ODOO.json2();
    assertThat(catchThrowableOfType(OdooException.class, client::verify))
        .isInstanceOf(OdooAuthenticationException.class);
    keyIsOf("sync@example.com");
    assertThat(client.verify().version()).startsWith("19");
  }

  @Test
  void observedBy_confirmation_countsForTheCallThatItGoesBefore() {
    List<CallObserver.Attempt> attempts = new ArrayList<>();
    OdooClient client = client().observedBy(attempts::add);
    keyIsOf("sync@example.com");
    count(client);
    count(client);
    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(0).bytesSent()).isGreaterThan(attempts.get(1).bytesSent());
  }
}
