package io.odoosync.plan;

import static io.odoosync.plan.MapperFixtures.html;
import static io.odoosync.plan.MapperFixtures.mapped;
import static io.odoosync.plan.MapperFixtures.plain;
import static io.odoosync.plan.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TravelMapperTest {

  private static final LocalKey KEY = LocalKey.of("travel", 1);
  private static final LocalKey TEACHER = LocalKey.of("teacher", 1);
  private static final Customers CUSTOMERS = new Customers(Map.of(TEACHER, 12L), Map.of());

  private final TravelMapper mapper = new TravelMapper(plain(TravelMapper.FIELDS), "EUR");

  @Test
  void map_fullTravel_setsEveryField() {
    Mapping.Mapped mapped = mapped(mapper.map(full(), CUSTOMERS));
    assertThat(mapped.fields().byField())
        .containsEntry("name", new FieldValue.Text("Rome"))
        .containsEntry("partner_id", new FieldValue.Reference(12))
        .containsEntry("expected_revenue", new FieldValue.Decimal(new BigDecimal("1234.5")))
        .containsEntry("date_deadline", new FieldValue.Day(LocalDate.of(2027, 1, 15)))
        .containsEntry(
            "description",
            new FieldValue.Text("Departure: 2027-03-01\nReturn: 2027-03-05\n\ntwo classes"));
  }

  @Test
  void map_serverWithHtml_writesDescriptionAsHtml() {
    TravelMapper onOdoo19 = new TravelMapper(html(TravelMapper.FIELDS), "EUR");
    assertThat(mapped(onOdoo19.map(full(), CUSTOMERS)).fields().get("description").cell())
        .isEqualTo("<p>Departure: 2027-03-01<br>Return: 2027-03-05</p><p>two classes</p>");
  }

  @Test
  void map_anyTravel_alwaysSendsTypeAndSalesperson() {
    Travel travel = Travel.builder(KEY).title("Rome").build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, Customers.NONE));
    assertThat(mapped.onCreate().byField())
        .containsExactly(
            Map.entry("type", new FieldValue.Text("lead")),
            Map.entry("user_id", new FieldValue.Absent()));
    assertThat(mapped.fields().get("partner_id")).isEqualTo(new FieldValue.Absent());
  }

  @Test
  void map_noTitle_isRejected() {
    assertThat(reason(mapper.map(Travel.builder(KEY).build(), Customers.NONE)))
        .isEqualTo("title is missing");
  }

  @Test
  void map_revenueInForeignCurrency_isRejected() {
    Travel travel =
        Travel.builder(KEY).title("Rome").expectedRevenue(Money.of("10", "CHF")).build();
    assertThat(reason(mapper.map(travel, Customers.NONE)))
        .isEqualTo("expected revenue 10 CHF is not in EUR, the currency of the Odoo company");
  }

  @Test
  void map_customerNotInOdoo_isBlockedWithItsReason() {
    Customers customers = new Customers(Map.of(), Map.of(TEACHER, "name is missing"));
    assertThat(mapper.map(full(), customers))
        .isEqualTo(new Mapping.Blocked("waits for its customer teacher/1: name is missing"));
    assertThat(mapper.map(full(), Customers.NONE))
        .isEqualTo(
            new Mapping.Blocked(
                "waits for its customer teacher/1: it is not known to the contact source"));
  }

  private static Travel full() {
    return Travel.builder(KEY)
        .title("Rome")
        .customer(TEACHER)
        .expectedRevenue(Money.of("1234.50", "EUR"))
        .departure(LocalDate.of(2027, 3, 1))
        .returnDate(LocalDate.of(2027, 3, 5))
        .expectedClosing(LocalDate.of(2027, 1, 15))
        .description("two classes")
        .build();
  }
}
