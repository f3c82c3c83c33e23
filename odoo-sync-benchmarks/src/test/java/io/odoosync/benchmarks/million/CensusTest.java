package io.odoosync.benchmarks.million;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.odoo.OdooClient;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CensusTest {

  @Test
  void of_aContactTwiceAndStrangers_countsTheDouble() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClient client = OdooSite.of(odoo).client();
      client.create(
          "res.partner",
          List.of(
              Map.of("name", Crowd.name(7)),
              Map.of("name", Crowd.name(12)),
              Map.of("name", Crowd.name(7)),
              Map.of("name", "Person of note")));
      Census census = Census.of(client);
      assertThat(census).isEqualTo(new Census(3, 2));
      assertThat(census.doubles()).isEqualTo(1);
    }
  }
}
