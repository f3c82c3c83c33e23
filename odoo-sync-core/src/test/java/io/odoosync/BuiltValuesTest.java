package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.Winner;
import io.odoosync.plan.PlannedField;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.ApiKeyExpiry;
import io.odoosync.report.BudgetUse;
import io.odoosync.report.MethodCalls;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.report.Traffic;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import io.odoosync.source.CustomerKind;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelState;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all values with a builder have in common. Their properties are read from the methods that
 * they have, so one that is added later can't be forgotten: the full value then differs too little
 * from the bare one.
 */
class BuiltValuesTest {

  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final LocalKey KEY = LocalKey.of("kind", 1);
  private static final LocalKey OTHER = LocalKey.of("kind", 2);

  /** Those whose text is for people, in other words than the properties'. */
  private static final Set<Class<?>> PRINTED_FOR_PEOPLE =
      Set.of(
          StageReport.class,
          SyncReport.class,
          Traffic.class,
          SyncPlan.class,
          PlannedRecord.class,
          PlannedField.class);

  /** What can be said only when the value is begun, or is added one by one. */
  private static final Set<String> WITHOUT_SETTER =
      Set.of(
          "action",
          "analytics",
          "at",
          "currency",
          "event",
          "extra",
          "field",
          "key",
          "kind",
          "level",
          "namespace",
          "odooId",
          "original",
          "plannedAt",
          "runId",
          "startedAt",
          "type");

  /** A value of which as little is set as possible, and one of which everything is. */
  record Pair(BuiltValue bare, BuiltValue full) {
    static Pair of(Object bare, Object full) {
      return new Pair(new BuiltValue(bare), new BuiltValue(full));
    }

    @Override
    public String toString() {
      return full.type().getSimpleName();
    }
  }

  static Stream<Pair> values() {
    return Stream.of(
        Pair.of(PostalAddress.NONE, address()),
        Pair.of(Contact.builder(KEY).build(), contact()),
        Pair.of(TravelContact.builder().build(), travelContact()),
        Pair.of(Travel.builder(KEY).build(), travel()),
        Pair.of(InvoiceTotals.UNKNOWN, totals()),
        Pair.of(InvoiceLine.builder(null).unitPrice(BigDecimal.ZERO).build(), line()),
        Pair.of(Invoice.builder(KEY, "EUR").build(), invoice()),
        Pair.of(bareStatus(), status()),
        Pair.of(Traffic.NONE, traffic()),
        Pair.of(StageReport.builder(EntityType.TRAVEL).build(), stage()),
        Pair.of(SyncReport.builder("r1", Instant.EPOCH).build(), report()),
        Pair.of(bareEntry(), entry()),
        Pair.of(Conflict.builder(EntityType.TRAVEL, KEY, 1, "name").build(), conflict()),
        Pair.of(PlannedField.builder("name").build(), plannedField()),
        Pair.of(barePlannedRecord(), plannedRecord()),
        Pair.of(SyncPlan.builder("__a__", Instant.EPOCH).build(), plan()));
  }

  /** All but the reports of stages, whose counts must add up. */
  static Stream<Pair> freeValues() {
    return values().filter(pair -> pair.full().type() != StageReport.class);
  }

  static Stream<Pair> printedValues() {
    return values().filter(pair -> !PRINTED_FOR_PEOPLE.contains(pair.full().type()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void full_everyProperty_differsFromTheBareOne(Pair pair) {
    Map<String, @Nullable Object> bare = pair.bare().properties();
    pair.full()
        .properties()
        .forEach((name, value) -> assertThat(value).as(name).isNotEqualTo(bare.get(name)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void toBuilder_build_isEqual(Pair pair) {
    for (BuiltValue each : List.of(pair.bare(), pair.full())) {
      Object again = each.builtAgain();
      assertThat(again)
          .isNotSameAs(each.value())
          .isEqualTo(each.value())
          .hasSameHashCodeAs(each.value())
          .hasToString(each.value().toString());
    }
    assertThat(pair.full().value()).isNotEqualTo(pair.bare().value());
  }

  @ParameterizedTest
  @MethodSource("freeValues")
  void setter_each_setsItsPropertyAndNoOther(Pair pair) {
    pair.full()
        .properties()
        .forEach(
            (name, value) -> {
              if (pair.bare().canSet(name)) {
                Map<String, @Nullable Object> expected = new TreeMap<>(pair.bare().properties());
                expected.put(name, value);
                assertThat(pair.bare().with(name, value).properties()).isEqualTo(expected);
              } else {
                assertThat(name).isIn(WITHOUT_SETTER);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("freeValues")
  void equals_onePropertyDiffers_isFalse(Pair pair) {
    pair.bare()
        .properties()
        .forEach(
            (name, value) -> {
              if (pair.full().canSet(name)) {
                assertThat(pair.full().with(name, value).value())
                    .as(name)
                    .isNotEqualTo(pair.full().value());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("printedValues")
  void toString_full_holdsEveryProperty(Pair pair) {
    String text = pair.full().value().toString();
    assertThat(text).startsWith(pair + "[").endsWith("]");
    pair.full()
        .properties()
        .forEach(
            (name, value) -> assertThat(text).contains(name.replace("InOdoo", "") + "=" + value));
  }

  private static PostalAddress address() {
    return PostalAddress.builder()
        .street("s1")
        .street2("s2")
        .zip("z")
        .city("c")
        .countryCode("FR")
        .stateCode("IDF")
        .build();
  }

  private static Contact contact() {
    return Contact.builder(OTHER)
        .name("n")
        .email("e")
        .phone("p")
        .mobile("m")
        .address(address())
        .vat("v")
        .companyRegistry("c")
        .company(KEY)
        .type(ContactType.INVOICE)
        .reference("r")
        .notes("o")
        .organisation()
        .odooId(7L)
        .updatedAt(AT)
        .extra("x_level", "B2")
        .build();
  }

  private static TravelContact travelContact() {
    return TravelContact.builder().name("n").organisation("o").email("e").phone("p").build();
  }

  private static Travel travel() {
    return Travel.builder(OTHER)
        .title("t")
        .state(TravelState.INVOICED)
        .customer(KEY)
        .contact(travelContact())
        .expectedRevenue(Money.of("12.50", "EUR"))
        .departure(DAY)
        .returnDate(DAY.plusDays(1))
        .expectedClosing(DAY.plusDays(2))
        .description("d")
        .priority(3)
        .tags(List.of("b", "a"))
        .salesperson(OdooReference.id(3))
        .team(OdooReference.id(4))
        .lostReason("l")
        .odooId(7L)
        .updatedAt(AT)
        .extra("x_level", "B2")
        .build();
  }

  private static InvoiceTotals totals() {
    return InvoiceTotals.builder()
        .untaxed(new BigDecimal("10"))
        .tax(new BigDecimal("2"))
        .total(new BigDecimal("12"))
        .build();
  }

  private static InvoiceLine line() {
    return InvoiceLine.builder("d")
        .quantity(new BigDecimal("2"))
        .unitPrice(new BigDecimal("3"))
        .discountPercent(new BigDecimal("4"))
        .taxes(SalesTax.of("T20", "20"))
        .product("p")
        .account("a")
        .downPayment(true)
        .depositInvoice(OTHER)
        .analytic("rome", new BigDecimal("100"))
        .extra("x_level", "B2")
        .build();
  }

  private static Invoice invoice() {
    return Invoice.creditNote(OTHER, "CHF", LocalKey.of("kind", 3))
        .number("n")
        .reference("r")
        .customer(KEY)
        .invoiceDate(DAY)
        .dueDate(DAY.plusDays(1))
        .paymentTerm(OdooReference.id(3))
        .journal("j")
        .company(OdooReference.id(4))
        .origin("o")
        .narration("t")
        .buyerReference("b")
        .purchaseOrderReference("q")
        .deliveryDate(DAY.plusDays(3))
        .customerKind(CustomerKind.PUBLIC_BODY)
        .lines(List.of(line(), InvoiceLine.note("x")))
        .totals(totals())
        .document(new InvoiceDocument("f.pdf", 7, InputStream::nullInputStream))
        .extra("x_level", "B2")
        .odooId(7L)
        .build();
  }

  private static InvoiceStatus bareStatus() {
    return InvoiceStatus.builder(KEY, 1)
        .stateInOdoo("draft")
        .paymentStateInOdoo("not_paid")
        .residual(BigDecimal.ONE)
        .build();
  }

  private static InvoiceStatus status() {
    return InvoiceStatus.builder(OTHER, 7)
        .stateInOdoo("posted")
        .number("INV/1")
        .date(DAY)
        .paymentStateInOdoo("paid")
        .residual(BigDecimal.TEN)
        .total(BigDecimal.TEN)
        .creditNotes(Set.of(8L))
        .changedInOdoo(true)
        .transmission(InvoiceStatus.Transmission.SENT)
        .transmissionSource("peppol_move_state=done")
        .build();
  }

  private static Traffic traffic() {
    return Traffic.builder()
        .calls(1)
        .retries(2)
        .bytesSent(3)
        .bytesReceived(4)
        .methods(
            List.of(
                new MethodCalls(
                    "crm.lead", "read", 1, 2, Duration.ofMillis(5), Duration.ofMillis(3))))
        .budget(new BudgetUse(60, 10_000, 3, 812, Duration.ofSeconds(12)))
        .build();
  }

  private static StageReport stage() {
    return StageReport.builder(EntityType.CONTACT)
        .read(45)
        .created(1)
        .updated(2)
        .unchanged(3)
        .pulled(4)
        .conflicts(Map.of(Winner.LOCAL, 5L, Winner.MANUAL, 4L))
        .failed(5)
        .blocked(6)
        .quarantined(7)
        .notReached(8)
        .duration(Duration.ofSeconds(9))
        .notices(List.of("n"))
        .notFound(List.of(KEY))
        .failure(Failure.of(FailureCause.HOST_FAULT, "f"))
        .failures(
            List.of(
                new RecordFailure(
                    KEY,
                    RecordFailure.Kind.FAILED,
                    Failure.of(FailureCause.INVALID_RECORD, "why"))))
        .build();
  }

  private static SyncReport report() {
    return SyncReport.builder("r2", AT)
        .duration(Duration.ofSeconds(9))
        .stages(List.of(stage()))
        .traffic(traffic())
        .status(RunStatus.STOPPED)
        .stopped(Failure.of(FailureCause.HELD_BACK, "s"))
        .logFailure(Failure.of(FailureCause.HOST_FAULT, "l"))
        .apiKey(new ApiKeyExpiry(AT, 3, 1))
        .apiKeyWarning(Failure.of(FailureCause.MISSING_RIGHT, "k"))
        .build();
  }

  private static SyncLogEntry bareEntry() {
    return SyncLogEntry.builder(Instant.EPOCH, "r1", SyncLogLevel.INFO, SyncEvent.RUN_STARTED)
        .message("")
        .build();
  }

  private static SyncLogEntry entry() {
    return SyncLogEntry.builder(AT, "r2", SyncLogLevel.ERROR, SyncEvent.RECORD_FAILED)
        .type(EntityType.INVOICE)
        .key(KEY)
        .message("m")
        .cause(FailureCause.INVALID_RECORD)
        .advice("a")
        .odooId(7L)
        .fields(List.of("email"))
        .conflict(new FieldConflict("email", "l", "o", "b", Winner.ODOO, "o", "p", "r"))
        .report("{}")
        .build();
  }

  private static Conflict conflict() {
    return Conflict.builder(EntityType.CONTACT, OTHER, 7, "email")
        .local(FieldValue.of("l"))
        .odoo(FieldValue.of("o"))
        .base(FieldValue.of("b"))
        .localChangedAt(AT)
        .odooChangedAt(AT.plusSeconds(1))
        .odooUnchangedAt(AT.minusSeconds(1))
        .odooSideEffect("posted")
        .build();
  }

  private static PlannedField plannedField() {
    return PlannedField.builder("email")
        .local("l")
        .odoo("o")
        .toOdoo("to")
        .toHost("th")
        .conflict("c")
        .build();
  }

  private static PlannedRecord barePlannedRecord() {
    return PlannedRecord.builder(EntityType.TRAVEL, KEY, PlannedRecord.Action.CREATE).build();
  }

  private static PlannedRecord plannedRecord() {
    return PlannedRecord.builder(EntityType.CONTACT, OTHER, PlannedRecord.Action.UPDATE)
        .odooId(7L)
        .fields(List.of(plannedField()))
        .lines(List.of("l"))
        .notes(List.of("n"))
        .steps(List.of("s"))
        .reason("r")
        .build();
  }

  private static SyncPlan plan() {
    return SyncPlan.builder("__b__", AT)
        .odoo("prod at https://erp.test")
        .types(Set.of(EntityType.CONTACT))
        .records(List.of(plannedRecord()))
        .unchanged(7)
        .stopped("s")
        .build();
  }
}
