package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.CheckReport;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistyped name in a policy would leave its field to the policy for all others. */
class PolicyFieldsTest extends InProcessSuite {

  private SyncEngine engine(ConflictPolicy policy) {
    return engine(SchoolTravel.of(1)).conflictPolicy(policy).build();
  }

  static Stream<ConflictPolicy> mistyped() {
    ConflictPolicy odooWins = ConflictPolicy.odooWins();
    return Stream.of(
        ConflictPolicy.ownedByOdoo("emial"),
        ConflictPolicy.ownedByHost("phone", "emial").otherwise(odooWins),
        ConflictPolicy.perField(Map.of("emial", odooWins, "phone", odooWins)),
        ConflictPolicy.ownedByHost("phone").otherwise(ConflictPolicy.ownedByOdoo("emial")),
        ConflictPolicy.perField(Map.of("phone", ConflictPolicy.ownedByOdoo("emial"))),
        ConflictPolicy.merge(ConflictPolicy.ownedByOdoo("emial")));
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void run_nameThatNoFieldHas_stopsBeforeAnyWriteAndNamesTheNearest(ConflictPolicy policy) {
    SyncReport report = engine(policy).run(CONTACT);

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped())
        .asString()
        .contains("'emial' (is it email")
        .doesNotContain("phone'");
    assertThat(writes()).isEmpty();
  }

  @Test
  void check_nameThatNoFieldHas_isAnError() {
    CheckReport report = engine(ConflictPolicy.ownedByOdoo("emial", "departure")).check();

    assertThat(report.isReady()).as("%s", report).isFalse();
    assertThat(report.toString()).contains("'emial' (is it email", "'departure' (");
  }

  @Test
  void plan_nameThatNoFieldHas_stops() {
    assertThat(engine(ConflictPolicy.ownedByOdoo("emial")).plan().toString()).contains("'emial'");
  }

  /** What is the host's name for it is not Odoo's. */
  @Test
  void run_propertyOfTheHost_isTold() {
    SyncReport report = engine(ConflictPolicy.ownedByOdoo("notes")).runAll();

    assertThat(report.stopped()).asString().contains("'notes' (").contains("comment");
  }

  /** Of either kind, of a release that has it no more, and one that only extra values set. */
  @Test
  void run_namesThatThereAre_doesNotStop() {
    ConflictPolicy policy =
        ConflictPolicy.ownedByOdoo("email", "date_deadline", "mobile", "function");

    assertThat(engine(policy).run(CONTACT).isSuccessful()).isTrue();
    assertThat(engine(policy).check().isReady()).isTrue();
  }

  @Test
  void build_whatCantBeAName_isRefused() {
    for (String name : new String[] {"e-mail", "", "zip code", "res.partner", "é"}) {
      assertThatThrownBy(() -> engine(ConflictPolicy.ownedByOdoo("phone", name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("conflictPolicy")
          .hasMessageContaining("[" + name + "]");
    }
  }
}
