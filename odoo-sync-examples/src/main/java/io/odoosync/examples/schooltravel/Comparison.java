package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.Travel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says where the application and Odoo are not in step. */
final class Comparison {

  /** By how much an invoice's amounts may differ: one cent. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  private final SchoolDatabase database;
  private final List<String> differences = new ArrayList<>();

  Comparison(SchoolDatabase database) {
    this.database = database;
  }

  /** What was found so far. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** A run must succeed. */
  Comparison run(SyncReport report) {
    if (report.stopped() != null) {
      differences.add("run stopped: " + report.stopped());
    }
    for (StageReport stage : report.stages()) {
      if (stage.failure() != null) {
        differences.add(stage.type() + " stopped: " + stage.failure());
      }
      stage.failures().forEach(failure -> differences.add(words(failure)));
    }
    return this;
  }

  private static String words(RecordFailure failure) {
    return failure.key() + ": " + failure.failure();
  }

  /** A run when nothing has changed must do nothing. */
  Comparison idleRun(SyncReport report) {
    for (StageReport stage : report.stages()) {
      equal(stage.type() + " created by the second run", 0, stage.created());
      equal(stage.type() + " updated by the second run", 0, stage.updated());
      equal(stage.type() + " pulled by the second run", 0, stage.pulled());
      equal(stage.type() + " in conflict in the second run", 0, stage.conflicted());
    }
    return run(report);
  }

  /** After all runs there must be nothing left to do. */
  Comparison nothingLeft(SyncPlan plan) {
    if (plan.stopped() != null) {
      differences.add("plan stopped: " + plan.stopped());
    }
    plan.records().forEach(record -> differences.add("still to do: " + record));
    return this;
  }

  /** Odoo must hold what the application holds. */
  Comparison odoo(OdooFigures figures) {
    for (EntityType type : EntityType.values()) {
      long local = database.count(type);
      equal(type + " in Odoo", local, figures.records().getOrDefault(type, 0L));
      equal(type + " that know their Odoo id", local, database.countLinked(type));
    }
    equal("won leads", database.count("travel WHERE state = 'INVOICED'"), figures.wonLeads());
    try (Stream<Contact> contacts = new JdbcContactSource(database.dataSource()).contacts();
        Stream<Travel> travels = new JdbcTravelSource(database.dataSource()).travels();
        Stream<Invoice> invoices = new JdbcInvoiceSource(database.dataSource()).invoices()) {
      contacts.forEach(contact -> values(contact.key(), SharedFields.of(contact), figures));
      travels.forEach(travel -> values(travel.key(), SharedFields.of(travel), figures));
      invoices.forEach(invoice -> invoice(invoice, figures));
    }
    return this;
  }

  private void values(LocalKey key, List<FieldValue> here, OdooFigures figures) {
    List<FieldValue> there = figures.values().get(key);
    if (!here.equals(there)) {
      differences.add(key + ": " + here + " here, " + there + " in Odoo");
    }
  }

  /** All our invoices, added up locally the way that this Odoo adds them up. */
  static Amounts localSum(SchoolDatabase database, OdooFigures figures) {
    try (Stream<Invoice> invoices = new JdbcInvoiceSource(database.dataSource()).invoices()) {
      return invoices.map(rounding(figures)).reduce(Amounts.NONE, Amounts::plus);
    }
  }

  /** How this Odoo adds up an invoice. */
  static Function<Invoice, Amounts> rounding(OdooFigures figures) {
    return figures.roundsGlobally() ? Amounts::roundedGlobally : Amounts::roundedPerLine;
  }

  private void invoice(Invoice invoice, OdooFigures figures) {
    OdooInvoice there = figures.invoices().get(invoice.key());
    if (there == null) {
      differences.add(invoice.key() + " is not in Odoo");
      return;
    }
    Amounts here = rounding(figures).apply(invoice);
    if (here.differenceFrom(there.amounts()).compareTo(TOLERANCE) > 0) {
      differences.add(invoice.key() + ": " + here + " here, " + there.amounts() + " in Odoo");
    }
    equal(invoice.key() + ": lines", invoice.lines().size(), there.lines());
  }

  private void equal(String what, long expected, long actual) {
    if (expected != actual) {
      differences.add(what + ": expected " + expected + ", but there are " + actual);
    }
  }
}
