package io.odoosync.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.report.SyncReport;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.schema.Mutation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something vanishes in the middle of a run, right before the engine uses it. */
class VanishInARunTest {

  private final List<String> findings = new ArrayList<>();

  private record Case(Mutation mutation, String model, String method) {}

  private static List<Case> cases() {
    return List.of(
        dropped("res.partner", "street2", "res.partner", "load"),
        dropped("res.partner", "email", "res.partner", "write|web_save_multi"),
        dropped("crm.lead", "description", "crm.lead", "load"),
        dropped("account.move.line", "discount", "account.move", "load"),
        dropped("account.move", "payment_state", "account.move", "action_post"),
        new Case(Mutation.withoutModel("crm.lead"), "crm.lead", "load"),
        new Case(Mutation.withoutMethod("crm.lead", "action_set_won"), "crm.lead", "load"));
  }

  private static Case dropped(String model, String field, String calledModel, String method) {
    return new Case(Mutation.of(Kind.DROPPED, model, field, "char"), calledModel, method);
  }

  @ParameterizedTest
  @EnumSource(
      value = OdooRelease.class,
      names = {"V14", "V18", "V20"})
  void runAll_somethingVanishesInTheMiddle_writesNothingWrongAndSaysIt(OdooRelease release) {
    VanishMatrix matrix = new VanishMatrix(release);
    for (Case one : cases()) {
      SyncReport report = matrix.triedInARun(one.mutation(), one.model(), one.method(), findings);
      assertThat(report.toString()).as("%s", one).contains(one.mutation().name());
    }
    assertThat(findings).isEmpty();
  }
}
