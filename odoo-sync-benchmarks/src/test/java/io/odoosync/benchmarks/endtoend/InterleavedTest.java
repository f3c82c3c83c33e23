package io.odoosync.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.benchmarks.endtoend.Contender.Sort;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterleavedTest {

  private static final Set<Scenario> IDLE = Set.of(Scenario.IDLE, Scenario.IDLE_CHANGES);
  private static final Sizes FEW = new Sizes(3, 2, 2, 2);

  /** That they send the same columns, too: else the ratio would be one of different work. */
  @Test
  void run_allContendersInJava_doAllScenarios() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      Results results = new Interleaved(contenders(odoo).oneByOne().list(), FEW, s -> {}).run(1);
      results.contenders().forEach(contender -> assertAllScenarios(results, contender));
      assertThat(columns(odoo.requests()))
          .containsOnlyKeys("res.partner", "crm.lead", "account.move")
          .allSatisfy((model, ways) -> assertThat(ways).hasSize(1));
    }
  }

  @Test
  void run_aServerWithoutManyAtOnce_doesAllScenarios() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V14)) {
      Results results = new Interleaved(contenders(odoo).list(), FEW, s -> {}).run(1);
      results.contenders().forEach(contender -> assertAllScenarios(results, contender));
    }
  }

  private static Contenders contenders(InProcessOdoo odoo) {
    return new Contenders(OdooSite.of(odoo), BatchSizes.DEFAULT, Tracking.OFF)
        .engines(List.of(1))
        .byHand();
  }

  private static void assertAllScenarios(Results results, Contender contender) {
    boolean idles = contender.sort() == Sort.ENGINE || contender.sort() == Sort.BY_HAND;
    for (Scenario scenario : Scenario.values()) {
      assertThat(results.rate(contender, scenario).isPresent())
          .as("%s: %s", contender.name(), scenario)
          .isEqualTo(idles || !IDLE.contains(scenario));
    }
  }

  private static Map<String, Set<Set<?>>> columns(List<Exchange> exchanges) {
    Map<String, Set<Set<?>>> columns = new HashMap<>();
    for (Exchange exchange : exchanges) {
      if (exchange.method().equals("load")) {
        columns
            .computeIfAbsent(exchange.model(), model -> new HashSet<>())
            .add(new HashSet<>((List<?>) exchange.request().arguments().get("fields")));
      }
    }
    return columns;
  }
}
