package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownServerTest {

  private static final MethodCall STAGES = read("crm.stage");
  private static final MethodCall TAXES = read("account.tax");
  private static final OdooValue SOME = OdooValue.of(List.of(Map.of("id", 1, "name", "New")));
  private static final OdooValue OTHERS = OdooValue.of(List.of(Map.of("id", 1, "name", "Open")));

  private final AtomicLong now = new AtomicLong();
  private final KnownServer server = new KnownServer(Duration.ofHours(1), now::get);

  private static MethodCall read(String model) {
    return MethodCall.of(model, "search_read").argument("fields", List.of("name"));
  }

  private KnownInRun later() {
    return server.forAllRecords();
  }

  private void answered(MethodCall call, OdooValue answer) {
    server.forAllRecords().keep(call, answer);
  }

  @Test
  void find_askedByAnEarlierRun_isKnown() {
    answered(STAGES, SOME);

    assertThat(later().find(read("crm.stage"))).contains(SOME);
  }

  @Test
  void find_anotherContextOrArgument_isNot() {
    answered(STAGES, SOME);

    assertThat(later().find(STAGES.context("active_test", false))).isEmpty();
    assertThat(later().find(STAGES.argument("limit", 1))).isEmpty();
    assertThat(later().find(STAGES.ids(List.of(1L)))).isEmpty();
  }

  @Test
  void find_isOld_isNot() {
    answered(STAGES, SOME);
    now.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(later().find(STAGES)).isEmpty();
  }

  @Test
  void find_keptForNoTime_isNot() {
    KnownServer forgetful = new KnownServer(Duration.ZERO, now::get);
    forgetful.forAllRecords().keep(STAGES, SOME);

    assertThat(forgetful.forAllRecords().find(STAGES)).isEmpty();
  }

  @Test
  void find_nothingWasFound_isNot() {
    answered(STAGES, OdooValue.of(List.of()));
    answered(TAXES, OdooValue.of(false));
    answered(read("crm.tag"), OdooValue.of(0));
    answered(read("crm.team"), OdooValue.of(Map.of()));
    answered(read("res.lang"), OdooValue.NULL);

    for (String model : List.of("crm.stage", "account.tax", "crm.tag", "crm.team", "res.lang")) {
      assertThat(later().find(read(model))).as(model).isEmpty();
    }
  }

  @Test
  void find_askedAnew_isNotButHearsItself() {
    answered(STAGES, SOME);
    KnownInRun anew = server.askedAnew();

    assertThat(anew.find(STAGES)).isEmpty();
    anew.keep(STAGES, SOME);
    assertThat(anew.find(STAGES)).contains(SOME);
    assertThat(anew.hasTaken()).isFalse();
  }

  @Test
  void keep_anotherAnswerThanBefore_nothingElseIsKnown() {
    answered(TAXES, SOME);
    answered(STAGES, SOME);

    answered(STAGES, OTHERS);

    assertThat(later().find(TAXES)).isEmpty();
    assertThat(later().find(STAGES)).contains(OTHERS);
  }

  @Test
  void keep_moreThanMayBeHeld_dropsWhatWasNotUsedLongest() {
    OdooValue large = OdooValue.of("x".repeat((int) (KnownServer.MOST / 2) - 100));
    answered(STAGES, large);
    answered(TAXES, large);
    assertThat(later().find(STAGES)).isPresent();

    answered(read("crm.tag"), large);

    assertThat(later().find(STAGES)).isPresent();
    assertThat(later().find(TAXES)).isEmpty();
  }

  @Test
  void keep_moreThanMayBeHeldAtAll_isNotKept() {
    answered(STAGES, SOME);
    answered(TAXES, OdooValue.of("x".repeat((int) KnownServer.MOST)));

    assertThat(later().find(TAXES)).isEmpty();
    assertThat(later().find(STAGES)).isPresent();
  }

  @Test
  void hasTaken_askedItself_isFalse() {
    KnownInRun first = later();
    first.keep(STAGES, SOME);
    assertThat(first.find(STAGES)).contains(SOME);
    KnownInRun second = later();
    second.find(STAGES);

    assertThat(first.hasTaken()).isFalse();
    assertThat(second.hasTaken()).isTrue();
  }
}
