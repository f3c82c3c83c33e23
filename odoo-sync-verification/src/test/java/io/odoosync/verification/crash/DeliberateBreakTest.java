package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.OdooRelease;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine whose safeguards are taken away is caught by the harness; else it proves nothing. */
class DeliberateBreakTest {

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_noIntentsAndExternalIdsThatChange_harnessReportsDuplicates(OdooRelease release) {
    Findings findings = broken(release, site -> site.through(Tampering.externalIdsChange()));

    assertThat(findings.duplicates()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_noIntentsAndLoadThatOverwrites_harnessReportsLostEdits(OdooRelease release) {
    Findings findings = broken(release, site -> site.through(Tampering.loadOverwrites()));

    assertThat(findings.lost()).isPositive();
    assertThat(findings.lines()).anyMatch(line -> line.contains("city=Nantes but is Paris"));
  }

  /** One safeguard is enough: that is why there are two. */
  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_noIntents_nothingIsLost(OdooRelease release) {
    Findings findings = broken(release, site -> site);

    assertThat(findings.lines()).isEmpty();
  }

  private static Findings broken(OdooRelease release, UnaryOperator<OdooSite> sabotage) {
    return new CrashMatrix(
            release,
            Scenario.FIRST_RUN,
            DeliberateBreakTest::withoutIntents,
            sabotage,
            boundary -> boundary.contains("done, not answered") && boundary.endsWith(".load"))
        .run();
  }

  private static Stores withoutIntents() {
    Stores stores = Stores.inMemory();
    return stores.withIds(ForgottenIntents.of(stores.ids()));
  }
}
