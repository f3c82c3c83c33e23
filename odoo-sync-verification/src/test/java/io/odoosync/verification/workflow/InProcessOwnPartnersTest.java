package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
    value = OdooRelease.class,
    names = {"V14", "V18", "V19", "V20"})
class InProcessOwnPartnersTest extends OwnPartnersSuite {

  private final OdooUnderTest odoo;

  InProcessOwnPartnersTest(OdooRelease release) {
    this.odoo = OdooUnderTest.start(release);
  }

  @AfterEach
  void stop() {
    odoo.stop();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  @Test
  void run_moreEmployeesThanACallReads_thoseOfEachBatchAreAskedFor() {
    List<Map<String, String>> names =
        IntStream.range(0, 1_000).mapToObj(n -> Map.of("name", "Employee " + n)).toList();
    List<Map<String, Object>> users = new ArrayList<>();
    for (long partner : administrator().create("res.partner", names)) {
      users.add(Map.of("name", "Employee", "login", "e" + partner, "partner_id", partner));
    }
    administrator().create("res.users", users);

    assertThat(updateOneByOne(partnerOfEmployee())).hasSize(7);
  }
}
