package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.CallMender;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRequestException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallHooksTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private final List<String> seen = new ArrayList<>();

  @Test
  void hooksIn_allThatStandBesideACall_areCalledByTheExecutor() {
    ODOO.onJson2("res.partner", "search_count", okJson("3"));

    assertThat(client().searchCount("res.partner", Domain.all())).isEqualTo(3);

    assertThat(seen)
        .containsExactly(
            "in", "mended", "in", "guarded", "in", "begun", "in", "observed 1", "observed 2");
  }

  @Test
  void hooksIn_aRefusal_isShownToTheMenderByTheExecutor() {
    ODOO.onJson2(
        "res.partner", "search_count", Recording.named("json2_19_validation_error").replayed());

    assertThatThrownBy(() -> client().searchCount("res.partner", Domain.all()))
        .isInstanceOf(OdooRequestException.class);

    assertThat(seen).endsWith("observed 2", "in", "refused");
  }

  @Test
  void hooksIn_aGuardThrows_theCallIsNotMade() {
    OdooClient guarded =
        client()
            .guardedBy(
                call -> {
                  throw new IllegalStateException("closed");
                });

    assertThatThrownBy(() -> guarded.searchCount("res.partner", Domain.all()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("closed");

    assertThat(seen).endsWith("in", "guarded");
    assertThat(ODOO.requests("/json/2/res.partner/search_count")).isEmpty();
  }

  private OdooClient client() {
    return ODOO.json2()
        .observedBy(attempt -> seen.add("observed 1"))
        .hooksIn(
            action -> {
              seen.add("in");
              action.run();
            })
        .observedBy(
            new CallObserver() {
              @Override
              public CallObserver beforeAttempt(String model, String method, int number) {
                seen.add("begun");
                return this;
              }

              @Override
              public void onAttempt(Attempt attempt) {
                seen.add("observed 2");
              }
            })
        .guardedBy(call -> seen.add("guarded"))
        .mendedBy(
            new CallMender() {
              @Override
              public MethodCall before(MethodCall call) {
                seen.add("mended");
                return call;
              }

              @Override
              public void refused(MethodCall call, OdooRequestException why) {
                seen.add("refused");
              }
            });
  }
}
