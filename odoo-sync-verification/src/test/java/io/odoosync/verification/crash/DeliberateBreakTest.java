package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An engine whose safeguards are taken away is caught by the harness; else it proves nothing. */
class DeliberateBreakTest {

  private static final Server NEWEST = Server.all().get(Server.all().size() - 1);

  @Test
  void run_noIntentsAndExternalIdsThatChange_harnessReportsDuplicates() {
    Findings findings = broken(site -> site.through(Tampering.externalIdsChange()));

    assertThat(findings.duplicates()).isPositive();
  }

  @Test
  void run_noIntentsAndLoadThatOverwrites_harnessReportsLostEdits() {
    Findings findings = broken(site -> site.through(Tampering.loadOverwrites()));

    assertThat(findings.lost()).isPositive();
    assertThat(findings.lines()).anyMatch(line -> line.contains("city=Nantes but is Paris"));
  }

  /** One safeguard is enough: that is why there are two. */
  @Test
  void run_noIntents_nothingIsLost() {
    Findings findings = broken(site -> site);

    assertThat(findings.lines()).isEmpty();
  }

  private static Findings broken(UnaryOperator<OdooSite> sabotage) {
    return new CrashMatrix(
            NEWEST,
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
