package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.odoosync.odoo.OdooClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The questions are for the fields of models: this server answers no others. */
class KnownInRunTest {

  private static final String STAGE = "crm.stage";

  private final FieldsServer odoo = new FieldsServer(Map.of(STAGE, Set.of("name", "sequence")));
  private final KnownServer server = new KnownServer(Duration.ofHours(1), () -> 0);

  @AfterEach
  void stop() {
    odoo.close();
  }

  private static Set<String> ask(KnownInRun run, OdooClient client) {
    return run.known(client).fieldsGet(STAGE, Set.of()).keySet();
  }

  private KnownInRun knowing() {
    ask(server.forSomeRecords(), odoo.client());
    KnownInRun run = server.forSomeRecords();
    ask(run, odoo.client());
    return run;
  }

  @Test
  void known_askedBefore_asksNoMore() {
    KnownInRun run = knowing();

    assertThat(odoo.questions()).isEqualTo(1);
    assertThat(run.hasTaken()).isTrue();
  }

  @Test
  void anew_askedBefore_asks() {
    KnownInRun run = knowing();

    run.anew(odoo.client()).fieldsGet(STAGE, Set.of());

    assertThat(odoo.questions()).isEqualTo(2);
    assertThat(run.hasTaken()).isFalse();
  }

  @Test
  void confirmAll_asBefore_goesOn() {
    KnownInRun run = knowing();

    run.confirmAll(odoo.client(), FanOut.upTo(1));

    assertThat(odoo.questions()).isEqualTo(2);
    assertThat(run.hasTaken()).isFalse();
  }

  @Test
  void confirmAll_otherwise_saysSoAndForgets() {
    KnownInRun run = knowing();
    odoo.lose(STAGE, "sequence");

    assertThatExceptionOfType(ServerChangedException.class)
        .isThrownBy(() -> run.confirmAll(odoo.client(), FanOut.upTo(1)))
        .withMessageContaining(STAGE);
    assertThat(ask(server.forSomeRecords(), odoo.client())).containsExactly("name");
    assertThat(odoo.questions()).isEqualTo(3);
  }

  @Test
  void confirm_whatOdooItselfLooksAt_isNotAsked() {
    KnownInRun run = knowing();

    run.confirm(odoo.client(), FanOut.upTo(1), true);

    assertThat(odoo.questions()).isEqualTo(1);
  }

  @Test
  void known_afterTheFirstWrite_takesNothingThatWasNotConfirmed() {
    ask(server.forSomeRecords(), odoo.client());
    KnownInRun run = server.forSomeRecords();
    run.confirm(odoo.client(), FanOut.upTo(1), true);

    ask(run, odoo.client());

    assertThat(odoo.questions()).isEqualTo(2);
  }
}
