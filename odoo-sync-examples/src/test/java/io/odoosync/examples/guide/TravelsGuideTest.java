package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.CrmOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelsGuideTest {

  private final InMemoryStores stores = new InMemoryStores();

  private static Travel rome(TravelState state) {
    // region travel
    Travel rome =
        Travel.builder(LocalKey.of("travel", 4711))
            .title("Rome, class 3B")
            .state(state)
            .customer(LocalKey.of("teacher", 1))
            .expectedRevenue(Money.of("12500.00", "EUR"))
            .departure(LocalDate.of(2027, 4, 12))
            .returnDate(LocalDate.of(2027, 4, 17))
            .tags(List.of("Italy"))
            .build();
    // endregion
    return rome;
  }

  private static Travel inquiry() {
    // region inquiry
    Travel inquiry =
        Travel.builder(LocalKey.of("inquiry", "a81f"))
            .title("Berlin in May?")
            .state(TravelState.NEW)
            .contact(
                TravelContact.builder()
                    .name("Luc Morel")
                    .organisation("Collège Jean-Moulin")
                    .email("luc@example.com")
                    .build())
            .build();
    // endregion
    return inquiry;
  }

  private SyncEngine engine(InProcessOdoo server, Travel travel) {
    Contact ada = Guide.ada().build();
    TravelSource travels = TravelSource.of(List.of(travel));
    OdooClient odoo = Guide.client(server);
    // region crm
    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__school__")
            .contacts(ContactSource.of(List.of(ada)))
            .travels(travels)
            .crm(
                CrmOptions.builder()
                    .qualifiedStage(OdooReference.externalId("crm.stage_lead2"))
                    .createMissingTags()
                    .build())
            .stores(stores)
            .build();
    // endregion
    return engine;
  }

  private StoredRecord lead(InProcessOdoo server, TravelState state) {
    SyncReport report = engine(server, rome(state)).runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return Guide.synced(server, "crm_lead_travel_4711");
  }

  private static String stage(InProcessOdoo server, StoredRecord lead) {
    return server.person().record("crm.stage", lead.one("stage_id")).orElseThrow().externalId();
  }

  @Test
  void runAll_travelGoesItsWay_leadFollows() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      StoredRecord asked = lead(server, TravelState.NEW);
      assertThat(asked.text("type")).isEqualTo("lead");
      assertThat(stage(server, asked)).isEqualTo("crm.stage_lead1");

      assertThat(stage(server, lead(server, TravelState.QUOTE_VALIDATED)))
          .isEqualTo("crm.stage_lead2");

      StoredRecord won = lead(server, TravelState.INVOICED);
      assertThat(won.text("type")).isEqualTo("opportunity");
      assertThat(won.text("won_status")).isEqualTo("won");
      assertThat(won.one("partner_id"))
          .isEqualTo(Guide.synced(server, "res_partner_teacher_1").id());
    }
  }

  @Test
  void runAll_salespersonMovedTheLeadFurther_staysThere() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      int id = lead(server, TravelState.NEW).id();
      int proposition =
          server.records("crm.stage").stream()
              .filter(stage -> stage.externalId().equals("crm.stage_lead3"))
              .findFirst()
              .orElseThrow()
              .id();
      server.person().move(id, proposition);

      assertThat(stage(server, lead(server, TravelState.QUOTE_VALIDATED)))
          .isEqualTo("crm.stage_lead3");
    }
  }

  @Test
  void runAll_cancelled_isLost() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      assertThat(lead(server, TravelState.CANCELLED).text("won_status")).isEqualTo("lost");
    }
  }

  @Test
  void runAll_inquiryOfAStranger_isALeadWithoutCustomer() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      assertThat(engine(server, inquiry()).runAll().isSuccessful()).isTrue();

      StoredRecord lead = Guide.synced(server, "crm_lead_inquiry_a81f");
      assertThat(lead.one("partner_id")).isZero();
      assertThat(lead.text("email_from")).isEqualTo("luc@example.com");
    }
  }
}
