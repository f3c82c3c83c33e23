package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a host application may rely on when something goes wrong. */
abstract class FailureSuite extends EngineSuite {

  @Test
  void runAll_badRecordOfEachKind_failsThoseOnlyEachWithItsWords() {
    SchoolTravel host = SchoolTravel.of(4);
    host.put(
        guest("noname").email("x@example.com").build(),
        guest("country").name("C").address(inCountry("XX")).build(),
        guest("email").name("E").email("e".repeat(10_000) + "@example.com").build(),
        guest("nul").name("N\0ul 🚀").build(),
        guest("emoji").name("Émoji 🚀").build(),
        invoice("nolines", teacherKey(1)).lines(List.of()).build(),
        invoice("blocked", guestKey("noname")).build(),
        invoice("negative", teacherKey(1)).lines(List.of(line("-1"))).build(),
        invoice("tax", teacherKey(1))
            .lines(List.of(line("1", SalesTax.of("X77", "7.77"))))
            .build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(5);
    assertThat(stage(report, TRAVEL).created()).isEqualTo(4);
    assertThat(stage(report, INVOICE).created()).isEqualTo(4);
    assertInvalid(report, CONTACT, guestKey("noname"), "name is missing");
    assertUnresolved(
        report, CONTACT, guestKey("country"), "Odoo has no country with code 'XX'", "ISO code");
    assertInvalid(report, CONTACT, guestKey("email"), "e-mail address has 10012 characters");
    assertInvalid(report, CONTACT, guestKey("nul"), "name holds the character NUL");
    assertInvalid(report, INVOICE, invoiceKey("nolines"), "it has no lines");
    assertInvalid(report, INVOICE, invoiceKey("negative"), "line 1: quantity -1 is negative");
    assertUnresolved(
        report,
        INVOICE,
        invoiceKey("tax"),
        "tax 'X77' is not mapped, and Odoo has no",
        "Map the code 'X77'");
    assertThat(stage(report, INVOICE).blocked()).isEqualTo(1);
    RecordFailure blocked =
        assertInReportAndLog(
            report, INVOICE, invoiceKey("blocked"), "waits for its customer guest/noname: name is");
    assertThat(blocked.cause()).isEqualTo(FailureCause.WAITING_FOR_RECORD);
    assertThat(read(CONTACT, guestKey("emoji"), "name").text("name")).hasValue("Émoji 🚀");
  }

  @Test
  void runAll_recordsThatOdooRefuses_failWithOdoosWordsAndFreeTheirBatch() {
    SchoolTravel host = SchoolTravel.of(3);
    host.put(
        invoice("year", teacherKey(1)).invoiceDate(LocalDate.of(12_026, 11, 2)).build(),
        invoice("ok", teacherKey(1)).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, INVOICE).created()).isEqualTo(4);
    RecordFailure year =
        assertInReportAndLog(
            report, INVOICE, invoiceKey("year"), "account.move.load, field invoice_date");
    assertThat(year.reason()).contains("+12026-11-02");
    assertThat(year.cause()).isEqualTo(FailureCause.REFUSED_BY_ODOO);
    assertThat(year.failure().model()).isEqualTo("account.move");
    assertThat(year.failure().method()).isEqualTo("load");
    assertThat(ids().find(INVOICE, List.of(invoiceKey("year")))).as("its intent").isEmpty();
  }

  @Test
  void runAll_failedRecordMended_isSyncedNextTime() {
    SchoolTravel host = new SchoolTravel();
    host.put(guest("g").build(), invoice("i", guestKey("g")).build());
    SyncReport first = engine(host).build().runAll();
    assertThat(stage(first, CONTACT).failed()).isEqualTo(1);
    assertThat(stage(first, INVOICE).blocked()).isEqualTo(1);

    host.put(guest("g").name("Now named").build());
    SyncReport second = engine(host).build().runAll();

    assertThat(second.isSuccessful()).isTrue();
    assertThat(stage(second, CONTACT).created()).isEqualTo(1);
    assertThat(stage(second, INVOICE).created()).isEqualTo(1);
  }

  @Test
  void runAll_sourceThrowsHalfway_keepsWhatWasReadAndRunsOtherStages() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build(), teacher(2).build(), travel(1, TravelState.NEW).build());
    ContactSource broken =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            return Stream.concat(
                host.contacts().contacts(),
                Stream.generate(
                    () -> {
                      throw new IllegalStateException("table guest is locked");
                    }));
          }
        };

    SyncReport report = engine(host).contacts(broken).build().runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(2);
    assertThat(stage(report, CONTACT).failure()).asString().contains("table guest is locked");
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(entries(report))
        .anyMatch(
            entry ->
                entry.event() == SyncEvent.STAGE_FAILED
                    && entry.type() == CONTACT
                    && entry.cause() == FailureCause.HOST_FAULT
                    && entry.message().contains("table guest is locked"));
  }

  @Test
  void runAll_sameKeyTwice_failsTheSecond() {
    SchoolTravel host = new SchoolTravel();
    Contact contact = teacher(1).build();
    host.put(contact);
    ContactSource doubled =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            return Stream.of(contact, contact);
          }
        };
    SyncReport report = engine(host).contacts(doubled).build().runAll();
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(report, CONTACT).failed()).isEqualTo(1);
  }

  @Test
  void runAll_failures_areToldToTheAdministratorOnce() {
    SchoolTravel host = new SchoolTravel();
    host.put(guest("g").build());
    List<SyncReport> told = new ArrayList<>();
    SyncReport report = engine(host).notifier(told::add).build().runAll();
    assertThat(told).containsExactly(report);

    host.put(guest("g").name("Now named").build());
    engine(host).notifier(told::add).build().runAll();
    assertThat(told).hasSize(1);
  }

  @Test
  void runAll_wrongPort_stopsWithOneMessage() {
    assertStopped(
        connect(odoo().connection().url("http://127.0.0.1:1")),
        FailureCause.UNREACHABLE_SERVER,
        "can't reach http://127.0.0.1:1: connection refused");
  }

  @Test
  void runAll_addressOfAPage_stopsWithAHintAtTheAddress() {
    String url = odoo().connection().build().url() + "/odoo";
    assertStopped(
        connect(odoo().connection().url(url)),
        FailureCause.WRONG_CONNECTION,
        "leave /odoo out of the url");
  }

  @Test
  void runAll_wrongDatabase_stopsWithOneMessage() {
    for (OdooConnection.Transport transport : transports()) {
      assertStopped(
          connect(odoo().connection().database("nodb").transport(transport)),
          FailureCause.WRONG_CONNECTION,
          "has no database 'nodb'");
    }
  }

  @Test
  void runAll_wrongKey_stopsWithOneMessage() {
    String wrong = "0123456789012345678901234567890123456789";
    for (OdooConnection.Transport transport : transports()) {
      SyncReport report =
          assertStopped(
              connect(odoo().connection().apiKey(wrong).transport(transport)),
              FailureCause.REFUSED_KEY,
              "create a new API key");
      assertThat(report.toString()).doesNotContain(wrong);
    }
  }

  @Test
  void runAll_expiredKey_stopsWithOneMessage() {
    String expired = odoo().expiredKey();
    assumeTrue(expired != null, "keys of this Odoo do not expire");
    for (OdooConnection.Transport transport : transports()) {
      assertStopped(
          connect(odoo().connection().apiKey(String.valueOf(expired)).transport(transport)),
          FailureCause.REFUSED_KEY,
          "expire after 90 days");
    }
  }

  @Test
  void runAll_userWithoutRights_stopsBeforeWriting() {
    SyncReport report =
        assertStopped(
            odoo().clientOf(odoo().plain()),
            FailureCause.MISSING_RIGHT,
            "no right to create res.partner");
    assertThat(report.stopped()).extracting(Failure::model).isEqualTo("res.partner");
  }

  @Test
  void connection_plainHttpToAnotherHost_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> odoo().connection().url("http://erp.example.com").build())
        .withMessageContaining("plain http");
  }

  /** JSON-2 as well, where the server has it. */
  private List<OdooConnection.Transport> transports() {
    OdooConnection.Transport offered = client().verify().transport();
    return List.of(OdooConnection.Transport.JSON_RPC, offered).stream().distinct().toList();
  }

  private static OdooClient connect(OdooConnection.Builder connection) {
    return OdooClient.connect(connection.retry(RetryPolicy.NEVER).build());
  }

  private SyncReport assertStopped(OdooClient client, FailureCause cause, String words) {
    SyncEngine engine = engine(SchoolTravel.of(2), client).build();
    SyncReport report = engine.runAll();
    Failure stopped = Objects.requireNonNull(report.stopped());
    assertThat(stopped.cause()).isEqualTo(cause);
    assertThat(stopped).asString().contains(words);
    assertThat(report.stages()).isEmpty();
    assertThat(report.isSuccessful()).isFalse();
    assertThat(writes()).isEmpty();
    assertThat(ids().page(CONTACT, null, 1)).isEmpty();
    assertThat(entries(report))
        .filteredOn(entry -> entry.level() == SyncLogLevel.ERROR)
        .extracting(
            SyncLogEntry::event, SyncLogEntry::message, SyncLogEntry::cause, SyncLogEntry::advice)
        .containsExactly(
            tuple(SyncEvent.RUN_STOPPED, stopped.reason(), stopped.cause(), stopped.advice()));
    return report;
  }

  private void assertInvalid(SyncReport report, EntityType type, LocalKey key, String words) {
    RecordFailure failure = assertInReportAndLog(report, type, key, words);
    assertThat(failure.kind()).isEqualTo(RecordFailure.Kind.FAILED);
    assertThat(failure.cause()).isEqualTo(FailureCause.INVALID_RECORD);
    assertThat(failure.advice()).isEqualTo("Correct the record in the host application.");
  }

  private void assertUnresolved(
      SyncReport report, EntityType type, LocalKey key, String words, String advice) {
    RecordFailure failure = assertInReportAndLog(report, type, key, words);
    assertThat(failure.kind()).isEqualTo(RecordFailure.Kind.FAILED);
    assertThat(failure.cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(failure.advice()).contains(advice);
  }

  private RecordFailure assertInReportAndLog(
      SyncReport report, EntityType type, LocalKey key, String words) {
    RecordFailure failure =
        stage(report, type).failures().stream()
            .filter(candidate -> candidate.key().equals(key))
            .findFirst()
            .orElseThrow();
    assertThat(failure.reason()).contains(words);
    assertThat(entries(report))
        .filteredOn(entry -> entry.type() == type && key.equals(entry.key()))
        .extracting(SyncLogEntry::message, SyncLogEntry::cause, SyncLogEntry::advice)
        .containsExactly(tuple(failure.reason(), failure.cause(), failure.advice()));
    return failure;
  }

  private List<SyncLogEntry> entries(SyncReport report) {
    return log.find(SyncLogQuery.all().withRun(report.runId()));
  }

  private static LocalKey guestKey(String id) {
    return LocalKey.of("guest", id);
  }

  private static Contact.Builder guest(String id) {
    return Contact.builder(guestKey(id));
  }

  private static PostalAddress inCountry(String code) {
    return PostalAddress.builder().countryCode(code).build();
  }

  private static InvoiceLine line(String quantity, SalesTax... taxes) {
    return InvoiceLine.builder("x")
        .quantity(new BigDecimal(quantity))
        .unitPrice(BigDecimal.ONE)
        .taxes(taxes)
        .build();
  }
}
