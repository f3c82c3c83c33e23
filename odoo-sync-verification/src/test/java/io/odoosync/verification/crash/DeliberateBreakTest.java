package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine whose safeguards are taken away is caught by the harness; else it proves nothing. */
class DeliberateBreakTest {

  static List<Server> oldestAndNewest() {
    List<Server> all = Server.all();
    return List.of(all.get(0), all.get(all.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void run_noIntentsAndExternalIdsThatChange_harnessReportsDuplicates(Server server) {
    Findings findings = broken(server, site -> site.through(Tampering.externalIdsChange()));

    assertThat(findings.duplicates()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void run_noIntentsAndLoadThatOverwrites_harnessReportsLostEdits(Server server) {
    Findings findings = broken(server, site -> site.through(Tampering.loadOverwrites()));

    assertThat(findings.lost()).isPositive();
    assertThat(findings.lines()).anyMatch(line -> line.contains("city=Nantes but is Paris"));
  }

  /** One safeguard is enough: that is why there are two. */
  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void run_noIntents_nothingIsLost(Server server) {
    Findings findings = broken(server, site -> site);

    assertThat(findings.lines()).isEmpty();
  }

  private static Findings broken(Server server, UnaryOperator<OdooSite> sabotage) {
    return new CrashMatrix(
            server,
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
