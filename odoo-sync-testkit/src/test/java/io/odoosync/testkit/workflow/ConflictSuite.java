package io.odoosync.testkit.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.testkit.workflow.SchoolTravel.invoice;
import static io.odoosync.testkit.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.testkit.workflow.SchoolTravel.teacher;
import static io.odoosync.testkit.workflow.SchoolTravel.teacherKey;
import static io.odoosync.testkit.workflow.SchoolTravel.travel;
import static io.odoosync.testkit.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who wins when host and Odoo both changed a record, and what is told of it. */
abstract class ConflictSuite extends EngineSuite {

  private static final ConflictPolicy OWNED_BY_ODOO =
      ConflictPolicy.ownedByOdoo("city").otherwise(ConflictPolicy.localWins());

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final SchoolTravel host = new SchoolTravel();

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private void edit(EntityType type, LocalKey key, Map<String, ?> values) {
    person().write(type.model(), List.of(id(type, key)), values);
  }

  /** As a person types it in the form: html where the server has it, a paragraph per blank line. */
  private String rich(EntityType type, String field, String text) {
    FieldDefinition definition = client().fieldsGet(type.model(), List.of(field)).get(field);
    boolean html = Objects.requireNonNull(definition, field).type().equals("html");
    return html ? "<p>" + text.replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p>" : text;
  }

  private StageReport run(EntityType type, ConflictPolicy policy) {
    writes().clear();
    host.taken().clear();
    log.deleteBefore(Instant.MAX);
    SyncReport report = engine(host).conflictPolicy(policy).build().runAll();
    assertThat(report.stopped()).isNull();
    return stage(report, type);
  }

  private StageReport contacts(ConflictPolicy policy) {
    return run(CONTACT, policy);
  }

  private StageReport travels(ConflictPolicy policy) {
    return run(TRAVEL, policy);
  }

  private List<String> resolved() {
    return log.find(SyncLogQuery.all()).stream()
        .filter(entry -> entry.event() == SyncEvent.CONFLICT_RESOLVED)
        .map(entry -> entry.key() + " " + entry.message())
        .sorted()
        .toList();
  }

  private static Contact.Builder from(String city) {
    return teacher(1)
        .address(
            PostalAddress.builder()
                .street("1 rue Haute")
                .zip("75001")
                .city(city)
                .countryCode("FR")
                .build());
  }

  private String cityInOdoo() {
    return read(CONTACT, teacherKey(1), "city").text("city").orElse("");
  }

  private @Nullable String cityAtHost() {
    return host.teacherNow(1).address().city();
  }

  /** Both had Paris; the host's teacher moved to Lyon, Odoo's to Nantes. */
  private void moveApart(@Nullable Instant localChange) {
    host.put(from("Paris").build(), teacher(2).build());
    run(CONTACT, ConflictPolicy.localWins());
    edit(CONTACT, teacherKey(1), Map.of("city", "Nantes"));
    host.put(from("Lyon").updatedAt(localChange).build());
  }

  private void assertIdle(EntityType type, ConflictPolicy policy) {
    StageReport idle = run(type, policy);
    assertThat(idle.unchanged()).as("%s", idle).isEqualTo(idle.read());
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
    assertThat(resolved()).isEmpty();
  }

  static Stream<Arguments> settling() {
    Instant later = Instant.now().plus(Duration.ofDays(1));
    ConflictPolicy custom = conflict -> Resolution.take("Lille");
    return Stream.of(
        Arguments.of(ConflictPolicy.localWins(), null, Winner.LOCAL, "Lyon", "local wins"),
        Arguments.of(ConflictPolicy.odooWins(), null, Winner.ODOO, "Nantes", "Odoo wins"),
        Arguments.of(ConflictPolicy.newestWins(), later, Winner.LOCAL, "Lyon", "newest wins"),
        Arguments.of(ConflictPolicy.newestWins(), LONG_AGO, Winner.ODOO, "Nantes", "newest wins"),
        Arguments.of(OWNED_BY_ODOO, null, Winner.ODOO, "Nantes", "owner per field"),
        Arguments.of(
            ConflictPolicy.ownedByHost("city"), null, Winner.LOCAL, "Lyon", "owner per field"),
        Arguments.of(
            ConflictPolicy.perField(Map.of("city", ConflictPolicy.odooWins())),
            null,
            Winner.ODOO,
            "Nantes",
            "owner per field"),
        Arguments.of(
            ConflictPolicy.merge(ConflictPolicy.odooWins()),
            null,
            Winner.ODOO,
            "Nantes",
            "merge, else Odoo wins"),
        Arguments.of(custom, null, Winner.MERGED, "Lille", "custom"));
  }

  @ParameterizedTest
  @MethodSource("settling")
  void runAll_bothChangedOneField_policySettlesItOnBothSides(
      ConflictPolicy policy,
      @Nullable Instant localChange,
      Winner winner,
      String city,
      String name) {
    moveApart(localChange);

    StageReport report = contacts(policy);

    assertThat(report.conflicts()).as("%s", report).isEqualTo(Map.of(winner, 1L));
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(resolved())
        .containsExactly(
            "teacher/1 city: local 'Lyon', Odoo 'Nantes', before 'Paris'; "
                + winner
                + (winner == Winner.MERGED ? " to '" + city + "'" : "")
                + " by "
                + name);
    assertThat(cityInOdoo()).isEqualTo(city);
    assertThat(cityAtHost()).isEqualTo(city);
    assertThat(host.taken().isEmpty()).isEqualTo(winner == Winner.LOCAL);
    assertThat(writes().isEmpty()).isEqualTo(winner == Winner.ODOO);
    assertIdle(CONTACT, policy);
  }

  static Stream<Arguments> leaving() {
    return Stream.of(
        Arguments.of(ConflictPolicy.manual(), "manual: both sides changed it; make them equal"),
        Arguments.of(
            ConflictPolicy.newestWins(),
            "newest wins: the host does not say when it changed the record"),
        Arguments.of(
            ConflictPolicy.ownedByOdoo("email"),
            "owner per field: both sides changed it; make them equal"));
  }

  @ParameterizedTest
  @MethodSource("leaving")
  void runAll_bothChangedAndPolicyLeavesIt_bothKeepTheirsUntilAPersonSettles(
      ConflictPolicy policy, String reason) {
    moveApart(null);
    for (int run = 1; run <= 2; run++) {
      StageReport report = contacts(policy);
      assertThat(report.conflicts()).isEqualTo(Map.of(Winner.MANUAL, 1L));
      assertThat(report.failures()).hasSize(1);
      assertThat(resolved())
          .containsExactly(
              "teacher/1 city: local 'Lyon', Odoo 'Nantes', before 'Paris'; MANUAL by " + reason);
      assertThat(writes()).isEmpty();
      assertThat(host.taken()).isEmpty();
      assertThat(cityInOdoo()).isEqualTo("Nantes");
      assertThat(cityAtHost()).isEqualTo("Lyon");
    }
    edit(CONTACT, teacherKey(1), Map.of("city", "Lyon"));
    assertIdle(CONTACT, policy);
  }

  @Test
  void runAll_policyThrows_failsThatRecordOnlyAndTheNextRunTriesAgain() {
    moveApart(null);
    host.put(teacher(2).phone("+33 1 99 00 00 99").build());
    ConflictPolicy broken =
        conflict -> {
          throw new IllegalStateException("no idea");
        };

    StageReport report = contacts(broken);

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.failures().get(0).reason())
        .contains("the conflict policy for the field city threw", "no idea");
    assertThat(cityInOdoo()).isEqualTo("Nantes");
    assertThat(cityAtHost()).isEqualTo("Lyon");
    assertThat(contacts(ConflictPolicy.localWins()).conflicts())
        .isEqualTo(Map.of(Winner.LOCAL, 1L));
  }

  @Test
  void runAll_ownersDiffer_eachFieldHasItsWinnerAndItsRow() {
    moveApart(null);
    edit(CONTACT, teacherKey(1), Map.of("email", "odoo@example.com"));
    host.put(from("Lyon").email("local@example.com").build());

    StageReport report = contacts(OWNED_BY_ODOO);

    assertThat(report.conflicts()).isEqualTo(Map.of(Winner.MERGED, 1L));
    assertThat(resolved())
        .containsExactly(
            "teacher/1 city: local 'Lyon', Odoo 'Nantes', before 'Paris'; ODOO by owner per field",
            "teacher/1 email: local 'local@example.com', Odoo 'odoo@example.com', before"
                + " 'teacher1@example.com'; LOCAL by owner per field");
    assertThat(host.taken()).containsExactly("address.city: 'Lyon' → 'Nantes'");
    assertThat(read(CONTACT, teacherKey(1), "email").text("email")).hasValue("local@example.com");
    assertIdle(CONTACT, OWNED_BY_ODOO);
  }

  @Test
  void runAll_notesChangedInDifferentPlaces_areMerged() {
    ConflictPolicy policy = ConflictPolicy.merge(ConflictPolicy.manual());
    host.put(teacher(1).notes("one\ntwo\nthree\nfour").build());
    contacts(policy);
    edit(
        CONTACT,
        teacherKey(1),
        Map.of("comment", rich(CONTACT, "comment", "one\ntwo\nthree\nfour by Odoo")));
    host.put(teacher(1).notes("one by host\ntwo\nthree\nfour").build());

    StageReport report = contacts(policy);

    assertThat(report.conflicts())
        .as("%s %s", report, resolved())
        .isEqualTo(Map.of(Winner.MERGED, 1L));
    assertThat(resolved()).hasSize(1);
    assertThat(host.teacherNow(1).notes()).isEqualTo("one by host\ntwo\nthree\nfour by Odoo");
    assertIdle(CONTACT, policy);
  }

  @Test
  void runAll_changedInOdooOnly_isLeftOrPulledAsThePolicySays() {
    host.put(from("Paris").build());
    contacts(ConflictPolicy.localWins());
    edit(CONTACT, teacherKey(1), Map.of("city", "Nantes"));

    assertIdle(CONTACT, ConflictPolicy.localWins());
    assertIdle(CONTACT, ConflictPolicy.manual());
    assertThat(cityInOdoo()).isEqualTo("Nantes");
    StageReport pulled = contacts(ConflictPolicy.odooWins());

    assertThat(pulled.pulled()).isEqualTo(1);
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).containsExactly("address.city: 'Paris' → 'Nantes'");
    assertThat(resolved()).isEmpty();
    assertIdle(CONTACT, ConflictPolicy.odooWins());
  }

  @Test
  void runAll_leftInOdooThenChangedByTheHost_isAConflict() {
    host.put(from("Paris").build());
    contacts(ConflictPolicy.localWins());
    edit(CONTACT, teacherKey(1), Map.of("city", "Nantes"));
    contacts(ConflictPolicy.localWins());
    host.put(from("Lyon").build());
    assertThat(contacts(ConflictPolicy.localWins()).conflicts())
        .isEqualTo(Map.of(Winner.LOCAL, 1L));
    assertThat(resolved()).hasSize(1);
  }

  @Test
  void runAll_changedByTheHostOnly_isWrittenWhoeverWinsConflicts() {
    host.put(from("Paris").build());
    contacts(ConflictPolicy.odooWins());
    host.put(from("Lyon").build());

    StageReport report = contacts(ConflictPolicy.odooWins());

    assertThat(report.updated()).isEqualTo(1);
    assertThat(writes()).hasSize(1);
    assertThat(cityInOdoo()).isEqualTo("Lyon");
    assertThat(resolved()).isEmpty();
    assertIdle(CONTACT, ConflictPolicy.odooWins());
  }

  @Test
  void runAll_bothChangedDifferentFields_keepsBothWithoutAConflict() {
    host.put(from("Paris").build());
    contacts(ConflictPolicy.odooWins());
    edit(CONTACT, teacherKey(1), Map.of("city", "Nantes"));
    host.put(from("Paris").email("local@example.com").build());

    StageReport report = contacts(ConflictPolicy.odooWins());

    assertThat(report.updated()).as("%s", report).isEqualTo(1);
    assertThat(resolved()).isEmpty();
    OdooRecord partner = read(CONTACT, teacherKey(1), "city", "email");
    assertThat(partner.text("city")).hasValue("Nantes");
    assertThat(partner.text("email")).hasValue("local@example.com");
    assertThat(cityAtHost()).isEqualTo("Nantes");
    assertThat(host.teacherNow(1).email()).isEqualTo("local@example.com");
    assertIdle(CONTACT, ConflictPolicy.odooWins());
  }

  @Test
  void runAll_bothChangedToTheSame_writesNothing() {
    host.put(from("Paris").build());
    contacts(ConflictPolicy.manual());
    edit(CONTACT, teacherKey(1), Map.of("city", "Lyon"));
    host.put(from("Lyon").build());
    assertIdle(CONTACT, ConflictPolicy.manual());
    assertIdle(CONTACT, ConflictPolicy.manual());
  }

  @Test
  void runAll_odooWinsAndTheSourceTakesNothing_failsAndLosesNothing() {
    moveApart(null);
    ContactSource deaf = ContactSource.of(List.of(host.teacherNow(1), host.teacherNow(2)));

    for (int run = 1; run <= 2; run++) {
      writes().clear();
      SyncReport report =
          engine(host).contacts(deaf).conflictPolicy(ConflictPolicy.odooWins()).build().runAll();
      StageReport failed = stage(report, CONTACT);
      assertThat(failed.failed()).isEqualTo(1);
      assertThat(failed.unchanged()).isEqualTo(1);
      assertThat(failed.failures().get(0).reason())
          .contains("[city]", "this ContactSource can't take changes from Odoo");
      assertThat(writes()).isEmpty();
      assertThat(cityInOdoo()).isEqualTo("Nantes");
    }
    assertThat(contacts(ConflictPolicy.odooWins()).conflicts()).isEqualTo(Map.of(Winner.ODOO, 1L));
  }

  @Test
  void runAll_hostTookTheChangeAndTheLinkWasNotStored_isSettledWithoutAWrite() {
    moveApart(null);
    Link before = Objects.requireNonNull(link(teacherKey(1)));
    contacts(ConflictPolicy.odooWins());
    ids().save(List.of(before));
    assertIdle(CONTACT, ConflictPolicy.odooWins());
    assertThat(cityAtHost()).isEqualTo("Nantes");
  }

  @Test
  void runAll_sourceThrewAfterItTookTheChange_isSettledByTheNextRun() {
    moveApart(null);
    ContactSource dying = new DyingSource(host.contacts());
    SyncReport report =
        engine(host).contacts(dying).conflictPolicy(ConflictPolicy.odooWins()).build().runAll();
    assertThat(stage(report, CONTACT).failed()).isEqualTo(1);
    assertIdle(CONTACT, ConflictPolicy.odooWins());
    assertThat(cityAtHost()).isEqualTo("Nantes");
  }

  private @Nullable Link link(LocalKey key) {
    return ids().find(CONTACT, List.of(key)).get(key);
  }

  private static Travel.Builder planned(String title, int day, String revenue) {
    return travel(1, TravelState.NEW)
        .title(title)
        .expectedClosing(LocalDate.of(2027, 1, day))
        .expectedRevenue(Money.of(revenue, "EUR"));
  }

  /** Title, expected closing and revenue were changed on both sides. */
  private void planApart(@Nullable Instant localChange) {
    host.put(teacher(1).build(), planned("Rome", 10, "1000").build());
    travels(ConflictPolicy.localWins());
    edit(
        TRAVEL,
        travelKey(1),
        Map.of("name", "Naples", "date_deadline", "2027-01-30", "expected_revenue", 3000));
    host.put(planned("Milan", 20, "2000.5").updatedAt(localChange).build());
  }

  static Stream<Arguments> settlingTravels() {
    Instant later = Instant.now().plus(Duration.ofDays(1));
    return Stream.of(
        Arguments.of(ConflictPolicy.localWins(), null, Winner.LOCAL),
        Arguments.of(ConflictPolicy.odooWins(), null, Winner.ODOO),
        Arguments.of(ConflictPolicy.newestWins(), later, Winner.LOCAL),
        Arguments.of(ConflictPolicy.newestWins(), LONG_AGO, Winner.ODOO),
        Arguments.of(
            ConflictPolicy.ownedByOdoo("name", "date_deadline", "expected_revenue"),
            null,
            Winner.ODOO),
        Arguments.of(ConflictPolicy.merge(ConflictPolicy.localWins()), null, Winner.LOCAL));
  }

  @ParameterizedTest
  @MethodSource("settlingTravels")
  void runAll_travelChangedOnBothSides_policySettlesEachField(
      ConflictPolicy policy, @Nullable Instant localChange, Winner winner) {
    planApart(localChange);

    StageReport report = travels(policy);

    assertThat(report.conflicts()).as("%s", report).isEqualTo(Map.of(winner, 1L));
    String by = "; " + winner + " by " + policy.name();
    assertThat(resolved())
        .containsExactly(
            "travel/1 date_deadline: local 2027-01-20, Odoo 2027-01-30, before 2027-01-10" + by,
            "travel/1 expected_revenue: local 2000.5, Odoo 3000, before 1000" + by,
            "travel/1 name: local 'Milan', Odoo 'Naples', before 'Rome'" + by);
    assertTravel(
        winner == Winner.LOCAL
            ? planned("Milan", 20, "2000.5").build()
            : planned("Naples", 30, "3000").build());
    assertIdle(TRAVEL, policy);
  }

  private void assertTravel(Travel expected) {
    OdooRecord lead = read(TRAVEL, travelKey(1), "name", "date_deadline", "expected_revenue");
    BigDecimal revenue = Objects.requireNonNull(expected.expectedRevenue()).amount();
    assertThat(lead.text("name")).isEqualTo(Optional.ofNullable(expected.title()));
    assertThat(lead.date("date_deadline"))
        .isEqualTo(Optional.ofNullable(expected.expectedClosing()));
    assertThat(lead.number("expected_revenue").orElseThrow()).isEqualByComparingTo(revenue);
    Travel now = host.travelNow(1);
    assertThat(now.title()).isEqualTo(expected.title());
    assertThat(now.expectedClosing()).isEqualTo(expected.expectedClosing());
    assertThat(Objects.requireNonNull(now.expectedRevenue()).amount())
        .isEqualByComparingTo(revenue);
  }

  @Test
  void runAll_travelChangedOnBothSidesAndManual_isSeenByEachRun() {
    planApart(null);
    for (int run = 1; run <= 2; run++) {
      assertThat(travels(ConflictPolicy.manual()).conflicts()).isEqualTo(Map.of(Winner.MANUAL, 1L));
      assertThat(resolved()).hasSize(3);
      assertThat(writes()).isEmpty();
      assertThat(host.travelNow(1).title()).isEqualTo("Milan");
    }
  }

  @Test
  void runAll_travelPolicyThrows_failsThatTravelOnly() {
    planApart(null);
    ConflictPolicy broken =
        conflict -> {
          throw new IllegalStateException("no idea");
        };
    assertThat(travels(broken).failed()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_travelDatesChangedInOdoo_reachTheHost() {
    host.put(teacher(1).build(), planned("Rome", 10, "1000").build());
    travels(ConflictPolicy.odooWins());
    edit(
        TRAVEL,
        travelKey(1),
        Map.of(
            "name",
            "Naples",
            "description",
            rich(
                TRAVEL,
                "description",
                "Departure: 2027-03-02\n\nReturn: 2027-03-07\n\ntwo classes")));

    StageReport report = travels(ConflictPolicy.odooWins());

    assertThat(report.pulled()).as("%s", report).isEqualTo(1);
    assertThat(host.travelNow(1).title()).isEqualTo("Naples");
    assertThat(host.travelNow(1).departure()).isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(host.travelNow(1).returnDate()).isEqualTo(LocalDate.of(2027, 3, 7));
    assertThat(host.travelNow(1).description()).isEqualTo("two classes");
    assertThat(writes()).isEmpty();
    assertIdle(TRAVEL, ConflictPolicy.odooWins());
  }

  @Test
  void runAll_sentInvoiceChangedByTheHost_failsAndLeavesOdooAlone() {
    host.put(teacher(1).build(), invoice("i1", teacherKey(1)).build());
    run(EntityType.INVOICE, ConflictPolicy.localWins());
    host.put(invoice("i1", teacherKey(1)).dueDate(LocalDate.of(2027, 1, 1)).build());

    StageReport report = run(EntityType.INVOICE, ConflictPolicy.localWins());

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.failures().get(0).reason()).contains("changed it after it was sent");
    assertThat(writes()).isEmpty();
    assertThat(
            read(EntityType.INVOICE, invoiceKey("i1"), "invoice_date_due").date("invoice_date_due"))
        .hasValue(LocalDate.of(2026, 12, 2));
  }

  /** Dies when it has stored a change, before it could say so. */
  private record DyingSource(ContactSource source) implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      return source.contacts();
    }

    @Override
    public void apply(ContactChange change) {
      source.apply(change);
      throw new IllegalStateException("the connection broke off after the commit");
    }
  }
}
