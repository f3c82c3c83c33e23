package io.odoosync.internal.lead;

import static io.odoosync.internal.field.MapperFixtures.html;
import static io.odoosync.internal.field.MapperFixtures.mapped;
import static io.odoosync.internal.field.MapperFixtures.plain;
import static io.odoosync.internal.field.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Html;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TravelMapperTest {

  private static final LocalKey KEY = LocalKey.of("travel", 1);
  private static final TravelContact CONTACT =
      TravelContact.builder().name("Anna").organisation("School").email("anna@example.com").build();
  private static final LocalKey TEACHER = LocalKey.of("teacher", 1);
  private static final Dependencies CUSTOMERS =
      new Dependencies(
          Map.of(new Dependency(EntityType.CONTACT, TEACHER), 12L), Map.of(), Set.of());

  /** Two teams, one salesperson, one tag; nothing by default. */
  private static final FakeNames NAMES = new FakeNames(null, null, false);

  private final TravelMapper mapper = new TravelMapper(plain(TravelMapper.FIELDS), "EUR", NAMES);

  @Test
  void map_fullTravel_setsEveryField() {
    Mapping.Mapped mapped = mapped(mapper.map(full(), CUSTOMERS));
    assertThat(mapped.fields().byField())
        .containsEntry("name", new FieldValue.Text("Rome"))
        .containsEntry("partner_id", new FieldValue.LocalReference(TEACHER, 12L))
        .containsEntry("expected_revenue", new FieldValue.Decimal(new BigDecimal("1234.5")))
        .containsEntry("date_deadline", new FieldValue.Day(LocalDate.of(2027, 1, 15)))
        .containsEntry(
            "description",
            new FieldValue.Text("Departure: 2027-03-01\nReturn: 2027-03-05\n\ntwo classes"));
  }

  @Test
  void map_serverWithHtml_writesDescriptionAsHtml() {
    TravelMapper onOdoo19 = new TravelMapper(html(TravelMapper.FIELDS), "EUR", NAMES);
    assertThat(mapped(onOdoo19.map(full(), CUSTOMERS)).fields().get("description").text())
        .hasValue("<p>Departure: 2027-03-01<br>Return: 2027-03-05</p><p>two classes</p>");
  }

  @Test
  void map_anyTravel_alwaysSendsTypeAndSalesperson() {
    Travel travel = Travel.builder(KEY).title("Rome").build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, Dependencies.NONE));
    assertThat(mapped.onCreate().byField())
        .containsExactly(
            Map.entry("type", new FieldValue.Text("lead")),
            Map.entry("user_id", FieldValue.nothing()));
    assertThat(mapped.fields().get("partner_id")).isEqualTo(FieldValue.nothing());
  }

  @Test
  void map_noTitle_isRejected() {
    assertThat(reason(mapper.map(Travel.builder(KEY).build(), Dependencies.NONE)))
        .isEqualTo("title is missing");
  }

  @Test
  void map_revenueInForeignCurrency_isRejected() {
    Travel travel =
        Travel.builder(KEY).title("Rome").expectedRevenue(Money.of("10", "CHF")).build();
    assertThat(reason(mapper.map(travel, Dependencies.NONE)))
        .isEqualTo("expected revenue 10 CHF is not in EUR, the currency of the Odoo company");
  }

  @Test
  void map_customerNotInOdoo_isBlockedWithItsReason() {
    Dependencies customers =
        new Dependencies(
            Map.of(),
            Map.of(new Dependency(EntityType.CONTACT, TEACHER), "name is missing"),
            Set.of());
    assertThat(mapper.map(full(), customers))
        .isEqualTo(new Mapping.Blocked("waits for its customer teacher/1: name is missing"));
    assertThat(mapper.map(full(), Dependencies.NONE))
        .isEqualTo(
            new Mapping.Blocked(
                "waits for its customer teacher/1: it is not known to the contact source"));
  }

  @Test
  void map_travelNamesTeamSalespersonTagsAndPriority_keepsThemInStep() {
    Travel travel =
        Travel.builder(KEY)
            .title("Rome")
            .team(OdooReference.name("Europe"))
            .salesperson(OdooReference.name("anna@example.com"))
            .tags(List.of("school", "school"))
            .priority(2)
            .build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, Dependencies.NONE));
    assertThat(mapped.fields().byField())
        .containsEntry("team_id", new FieldValue.Reference(4))
        .containsEntry("user_id", new FieldValue.Reference(5))
        .containsEntry("tag_ids", new FieldValue.References(List.of(6L)))
        .containsEntry("priority", new FieldValue.Text("2"));
    assertThat(mapped.onCreate().byField()).containsOnlyKeys("type");
  }

  @Test
  void map_travelNamesNoneOfThem_leavesThemToOdoosUsers() {
    Travel travel = Travel.builder(KEY).title("Rome").build();
    assertThat(mapped(mapper.map(travel, Dependencies.NONE)).fields().byField())
        .doesNotContainKeys("team_id", "user_id", "tag_ids", "priority", "email_from");
  }

  @Test
  void map_enginesDefaults_areSetWhenTheLeadIsCreatedOnly() {
    TravelMapper withDefaults =
        new TravelMapper(plain(TravelMapper.FIELDS), "EUR", new FakeNames(4L, 5L, false));
    Mapping.Mapped mapped =
        mapped(withDefaults.map(Travel.builder(KEY).title("Rome").build(), Dependencies.NONE));
    assertThat(mapped.onCreate().byField())
        .containsEntry("team_id", new FieldValue.Reference(4))
        .containsEntry("user_id", new FieldValue.Reference(5));
    assertThat(mapped.fields().byField()).doesNotContainKeys("team_id", "user_id");
  }

  @Test
  void map_unknownNames_areLeftOutAndToldAll() {
    Travel travel =
        Travel.builder(KEY)
            .title("Rome")
            .team(OdooReference.name("Asia"))
            .salesperson(OdooReference.name("bob@example.com"))
            .tags(List.of("VIP"))
            .build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, Dependencies.NONE));
    assertThat(mapped.fields().byField()).doesNotContainKeys("team_id", "user_id", "tag_ids");
    Failure failure = mapped.names().failure().orElseThrow();
    assertThat(failure.reason())
        .isEqualTo("no name 'bob@example.com'; no name 'Asia'; no tags [VIP]");
    assertThat(failure.cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(failure.advice()).contains("name another").contains("createMissingTags()");
  }

  @Test
  void map_tagToBeCreated_isLeftOutUntilItIs() {
    TravelMapper creating =
        new TravelMapper(plain(TravelMapper.FIELDS), "EUR", new FakeNames(null, null, true));
    Travel travel = Travel.builder(KEY).title("Rome").tags(List.of("VIP", "school")).build();
    assertThat(mapped(creating.map(travel, Dependencies.NONE)).fields().get("tag_ids"))
        .isEqualTo(new FieldValue.References(List.of(6L)));
  }

  @Test
  void map_contactWithoutCustomer_isWrittenWhenTheLeadIsCreatedOnly() {
    Travel travel = Travel.builder(KEY).title("Rome").contact(CONTACT).build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, Dependencies.NONE));
    assertThat(mapped.onCreate().byField())
        .containsEntry("contact_name", new FieldValue.Text("Anna"))
        .containsEntry("partner_name", new FieldValue.Text("School"))
        .containsEntry("email_from", new FieldValue.Text("anna@example.com"))
        .containsEntry("phone", FieldValue.nothing());
    assertThat(mapped.fields().byField()).doesNotContainKeys("email_from", "contact_name");
  }

  @Test
  void map_contactAndCustomer_sendsNothingThatOdooWouldWriteToThePartner() {
    Travel travel = Travel.builder(KEY).title("Rome").contact(CONTACT).customer(TEACHER).build();
    Mapping.Mapped mapped = mapped(mapper.map(travel, CUSTOMERS));
    assertThat(mapped.onCreate().byField()).containsOnlyKeys("type", "user_id");
    assertThat(mapped.fields().byField()).doesNotContainKeys("email_from", "phone");
  }

  /** Odoo 14 to 17 would delete the customer's. */
  @Test
  void map_ownMappingEmptiesPhoneAndEmailOfACustomersLead_leavesThemOut() {
    FieldMapping<Travel> emptying =
        (travel, fields) -> fields.set("phone", travel.lostReason()).set("email_from", null);
    TravelMapper own = new TravelMapper(plain(TravelMapper.FIELDS), "EUR", NAMES, emptying);
    Travel.Builder travel = Travel.builder(KEY).title("Rome");
    assertThat(mapped(own.map(travel.build(), Dependencies.NONE)).fields().byField())
        .containsEntry("phone", FieldValue.nothing())
        .containsEntry("email_from", FieldValue.nothing());

    travel.customer(TEACHER);
    assertThat(mapped(own.map(travel.build(), CUSTOMERS)).fields().byField())
        .doesNotContainKeys("phone", "email_from");
    travel.lostReason("+33 1");
    assertThat(mapped(own.map(travel.build(), CUSTOMERS)).fields().byField())
        .containsEntry("phone", new FieldValue.Text("+33 1"))
        .doesNotContainKey("email_from");
  }

  @Test
  void applied_whatWasMapped_givesTheSameTravel() {
    TravelMapper onOdoo19 = new TravelMapper(html(TravelMapper.FIELDS), "EUR", NAMES);
    for (TravelMapper either : List.of(mapper, onOdoo19)) {
      FieldValues sent = mapped(either.map(full(), CUSTOMERS)).fields();
      Travel empty = Travel.builder(KEY).customer(TEACHER).build();
      Travel back = either.applied(empty, sent);
      assertThat(back.toBuilder().expectedRevenue(full().expectedRevenue()).build())
          .isEqualTo(full());
      assertThat(Objects.requireNonNull(back.expectedRevenue()).amount())
          .isEqualByComparingTo("1234.50");
    }
  }

  @Test
  void applied_personMovedTheDepartureInTheText_movesTheDate() {
    Travel after = mapper.applied(full(), described("Departure: 2027-04-01\n\ntwo classes"));
    assertThat(after.departure()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(after.returnDate()).as("taken out of the text").isEqualTo(full().returnDate());
    assertThat(after.description()).isEqualTo("two classes");
  }

  @Test
  void applied_datesInParagraphsOfTheirOwn_movesBoth() {
    Travel after =
        mapper.applied(
            full(), described("Departure: 2027-04-01\n\nReturn: 2027-04-09\n\ntwo classes"));
    assertThat(after.departure()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(after.returnDate()).isEqualTo(LocalDate.of(2027, 4, 9));
    assertThat(after.description()).isEqualTo("two classes");
  }

  @Test
  void applied_dateThatCantBeRead_isTextAndTheHostKeepsItsDate() {
    Travel after = mapper.applied(full(), described("Departure: in spring\nand more"));
    assertThat(after.departure()).isEqualTo(full().departure());
    assertThat(after.description()).isEqualTo("Departure: in spring\nand more");
  }

  /** Notes in all places, as plain text and as what editors make of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>note</p><p>Departure: 2027-03-01<br>Return: 2027-03-05</p><p>two classes</p>",
        "<h2>note</h2><div><p>Departure: 2027-03-01</p><p>Return: 2027-03-05</p></div>two classes",
        "<p>note<br>Departure: 2027-03-01<br>Return: 2027-03-05</p><p>two classes</p>",
        "<p>note Departure: 2027-03-01<br>Return: 2027-03-05</p><p>two classes</p>",
        "<p>Departure: 2027-03-01</p><p>note</p><p>Return: 2027-03-05</p><p>two classes</p>",
        "<p>Departure: 2027-03-01<br>note<br><br>Return: 2027-03-05</p><p>two classes</p>",
        "<p>note</p><p>two classes</p><p>Departure: 2027-03-01<br>Return: 2027-03-05</p>",
        "<p>note</p><p><b>Departure:</b>&nbsp;2027-03-01 <i>Return: 2027-03-05</i></p>two classes",
        "<p>note</p><ul><li>Departure: 2027-03-01</li><li>Return: 2027-03-05</li></ul>two classes",
        "<p>note</p><ol><li>Departure: 2027-03-01</li><li>Return: 2027-03-05</li></ol>two classes",
        "<p>note</p><blockquote>Departure: 2027-03-01<br>Return: 2027-03-05</blockquote>two classes",
        "<table><tr><td>Departure: 2027-03-01</td><td>Return: 2027-03-05</td></tr></table>"
            + "<p>note</p><p>two classes</p>",
        "<p>note</p><p>Departure: 2027-03-01<br>Return: 2027-03-05</p><p>Departure: 2027-03-01<br>"
            + "Return: 2027-03-05</p><p>two classes</p>",
        "<p>note</p><p><br></p><p>Return: 2027-03-05</p><p>Departure: 2027-03-01</p>two classes",
      })
  void applied_personWroteAroundTheDates_tellsThemOnceAndKeepsTheNote(String written) {
    TravelMapper onOdoo19 = new TravelMapper(html(TravelMapper.FIELDS), "EUR", NAMES);
    Travel from19 = onOdoo19.applied(full(), described(written));
    Travel from14 = mapper.applied(full(), described(Html.text(written)));
    for (Travel after : List.of(from19, from14)) {
      assertThat(after.departure()).isEqualTo(full().departure());
      assertThat(after.returnDate()).isEqualTo(full().returnDate());
      assertThat(Objects.requireNonNull(after.description()).lines().filter(l -> !l.isBlank()))
          .containsExactly("note", "two classes");
    }
  }

  @Test
  void applied_noteAboveTheDates_sentAgainTellsThemOnce() {
    Travel after =
        mapper.applied(full(), described("note\n\nDeparture: 2027-03-01\nReturn: 2027-03-05\nx"));
    assertThat(mapped(mapper.map(after, CUSTOMERS)).fields().get("description").text())
        .hasValue("Departure: 2027-03-01\nReturn: 2027-03-05\n\nnote\n\nx");
  }

  @Test
  void map_hostsTextTellsTheDatesToo_tellsThemOnce() {
    Travel doubled =
        full().toBuilder()
            .description("note\nDeparture: 2027-03-01\nReturn: 2027-03-05\nx")
            .build();
    assertThat(mapped(mapper.map(doubled, CUSTOMERS)).fields().get("description").text())
        .hasValue("Departure: 2027-03-01\nReturn: 2027-03-05\n\nnote\nx");
  }

  @Test
  void applied_otherDatesInThePersonsWords_stayAndMoveNothing() {
    String words = "last year: Departure: 2026-03-01, and Departure: 2027-02-30 is none";
    Travel after =
        mapper.applied(
            full(), described(words + "\nDeparture: 2027-04-01\nReturn: 2027-03-05\n\nx"));
    assertThat(after.departure()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(after.description()).isEqualTo(words + "\n\nx");
    Travel undated = full().toBuilder().departure(null).returnDate(null).build();
    assertThat(mapper.applied(undated, described(words)).departure()).isNull();
    assertThat(mapper.applied(undated, described(words)).description()).isEqualTo(words);
  }

  @Test
  void applied_descriptionEmptied_isAbsent() {
    FieldValues emptied = FieldValues.builder().set("description", FieldValue.nothing()).build();
    assertThat(mapper.applied(full(), emptied).description()).isNull();
  }

  @Test
  void applied_odoosZeroForAnUnknownRevenue_staysUnknown() {
    FieldValues zero =
        FieldValues.builder()
            .set("expected_revenue", new FieldValue.Decimal(BigDecimal.ZERO))
            .build();
    Travel unknown = Travel.builder(KEY).title("Rome").build();
    assertThat(mapper.applied(unknown, zero).expectedRevenue()).isNull();
    assertThat(mapper.applied(full(), zero).expectedRevenue()).isEqualTo(Money.of("0", "EUR"));
  }

  private static FieldValues described(String text) {
    return FieldValues.builder().set("description", new FieldValue.Text(text)).build();
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
