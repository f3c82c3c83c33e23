package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.ContactOptions;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is fine here is fine in Odoo's own export: more than 200 invoices of a school-travel company
 * are judged, posted whatever came of it, and exported. Writes the table of {@code
 * docs/site/france.md} to {@code target/france.md}.
 */
@Tag("real-odoo")
class RealOdooFranceExportTest extends EngineSuite {

  private static final long SEED = 20_260_901;
  private static final Pattern RULE =
      Pattern.compile("\\b((?:BR|UBL|CPRO|CGI|L441|BT)-[A-Z0-9-]*[A-Z0-9]): ");

  private final OdooUnderTest odoo = OdooUnderTest.fromEnvironment();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Row> table = new TreeMap<>();
  private final SchoolTravel host = new SchoolTravel();

  /** How often a rule was broken here, and what Odoo's export said of those. */
  private static final class Row {
    int here;
    int facturX;
    int peppol;
    int fine;
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  @Test
  void run_manyInvoices_whatIsFineHereIsFineInTheExport() throws IOException {
    FrenchSeller seller = new FrenchSeller(odoo, mark);
    TravelInvoices.taxes(seller);
    List<TravelInvoices.Case> cases = TravelCases.of(SEED, mark);
    assertThat(cases).hasSizeGreaterThan(200);
    try (ExportVerdict export = new ExportVerdict(seller.administrator())) {
      compare(seller, cases, export);
    } finally {
      write("france.md");
    }
  }

  @Test
  void run_sellerLacksSomething_namesTheRule() throws IOException {
    FrenchSeller seller = new FrenchSeller(odoo, mark);
    TravelInvoices.taxes(seller);
    try (ExportVerdict export = new ExportVerdict(seller.administrator())) {
      sellers(seller, export);
    } finally {
      write("france-seller.md");
    }
  }

  private void compare(FrenchSeller seller, List<TravelInvoices.Case> cases, ExportVerdict export) {
    Map<LocalKey, Set<String>> broken = run(seller, cases);
    List<String> surprises = new ArrayList<>();
    Map<LocalKey, ExportVerdict.Exported> there = exported(cases, export);
    for (TravelInvoices.Case one : cases) {
      LocalKey key = one.invoice().key();
      Set<String> rules = broken.getOrDefault(key, Set.of());
      ExportVerdict.Exported exported = Objects.requireNonNull(there.get(key), one.kind());
      note(rules, exported);
      if (!rules.equals(one.rules())) {
        surprises.add(one.kind() + ": " + rules + " instead of " + one.rules());
      }
      if (rules.isEmpty() && !exported.isFine()) {
        surprises.add(one.kind() + " is fine here, and there " + exported.errors());
      }
      if (rules.isEmpty()) {
        assertThat(total(exported.facturX())).as(one.kind()).isEqualByComparingTo(total(one));
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** What the seller lacks shows on each of its invoices. */
  private void sellers(FrenchSeller seller, ExportVerdict export) {
    Map<String, Map<String, ?>> lacks = new LinkedHashMap<>();
    lacks.put("BR-DE-6", Map.of("phone", false));
    lacks.put("BR-DE-7", Map.of("email", false));
    lacks.put("BR-CO-26", Map.of("vat", false));
    lacks.put("BR-08", Map.of("street", false));
    Map<String, Object> noSiret = new HashMap<>();
    seller.registryFields().forEach(field -> noSiret.put(field, false));
    lacks.put("BR-FR-10", noSiret);
    lacks.forEach(
        (rule, values) -> {
          seller.write(values);
          seller(seller, rule, export);
          seller.complete();
        });
    seller.closeAccount();
    seller(seller, "BR-DE-1", export);
  }

  private void seller(FrenchSeller seller, String rule, ExportVerdict export) {
    TravelInvoices travels =
        new TravelInvoices(rule.hashCode(), mark + rule.toLowerCase(Locale.ROOT));
    travels.add(1, "private school", Set.of(rule), draft -> draft.invoice = renamed(draft, rule));
    Map<LocalKey, Set<String>> broken = run(seller, travels.cases());
    broken.keySet().retainAll(Set.of(LocalKey.of("invoice", rule)));
    assertThat(broken.values()).as(rule).allMatch(rules -> rules.contains(rule)).hasSize(1);
    exported(travels.cases(), export)
        .forEach((key, there) -> note(broken.getOrDefault(key, Set.of()), there));
  }

  private static Invoice.Builder renamed(TravelInvoices.Draft draft, String rule) {
    Invoice invoice = draft.invoice.build();
    return Invoice.builder(LocalKey.of("invoice", rule), "EUR")
        .number("VS-" + rule)
        .customer(invoice.customer())
        .invoiceDate(invoice.invoiceDate())
        .dueDate(invoice.dueDate())
        .narration(invoice.narration());
  }

  private Map<LocalKey, Set<String>> run(FrenchSeller seller, List<TravelInvoices.Case> cases) {
    cases.forEach(one -> host.put(one.customer(), one.invoice()));
    SyncReport report =
        engine(host)
            .taxes(seller.taxes())
            .contactOptions(ContactOptions.builder().uncheckedNumbers().build())
            .invoicing(seller.invoicing(InvoicingOptions.france()).build())
            .build()
            .run(CONTACT, INVOICE);
    assertThat(stage(report, CONTACT).failures()).isEmpty();
    Map<LocalKey, Set<String>> broken = new HashMap<>();
    for (RecordFailure failed : stage(report, INVOICE).failures()) {
      broken.put(failed.key(), rules(failed.reason()));
    }
    log
        .find(SyncLogQuery.all().withRun(report.runId()).withMinimumLevel(SyncLogLevel.WARN))
        .stream()
        .filter(entry -> entry.key() != null && !rules(entry.message()).isEmpty())
        .forEach(entry -> broken.putIfAbsent(entry.key(), rules(entry.message())));
    return broken;
  }

  private static Set<String> rules(String words) {
    Set<String> rules = new TreeSet<>();
    Matcher found = RULE.matcher(words);
    while (found.find()) {
      rules.add(found.group(1));
    }
    return rules;
  }

  private Map<LocalKey, ExportVerdict.Exported> exported(
      List<TravelInvoices.Case> cases, ExportVerdict export) {
    Map<LocalKey, Long> ids = new LinkedHashMap<>();
    cases.forEach(one -> ids.put(one.invoice().key(), id(INVOICE, one.invoice().key())));
    Map<Long, ExportVerdict.Exported> there = export.of(ids.values());
    Map<LocalKey, ExportVerdict.Exported> byKey = new HashMap<>();
    ids.forEach((key, id) -> byKey.put(key, there.get(id)));
    return byKey;
  }

  private void note(Set<String> rules, ExportVerdict.Exported there) {
    for (String rule : rules.isEmpty() ? Set.of("none") : rules) {
      Row row = table.computeIfAbsent(rule, name -> new Row());
      row.here++;
      row.facturX += there.isFine(ExportVerdict.FORMATS.get(0)) ? 0 : 1;
      row.peppol += there.isFine(ExportVerdict.FORMATS.get(1)) ? 0 : 1;
      row.fine += there.isFine() ? 1 : 0;
    }
  }

  private void write(String file) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "| rule | broken here | error in Factur-X | error in Peppol BIS 3 | fine in both |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    table.forEach(
        (rule, row) ->
            text.append(
                "| %s | %d | %d | %d | %d |%n"
                    .formatted(rule, row.here, row.facturX, row.peppol, row.fine)));
    Path folder = Files.createDirectories(Path.of("target"));
    Files.writeString(folder.resolve(file), text);
  }

  private static BigDecimal total(String facturX) {
    Matcher found = Pattern.compile("GrandTotalAmount[^>]*>([0-9.]+)<").matcher(facturX);
    assertThat(found.find()).as(facturX).isTrue();
    return new BigDecimal(found.group(1));
  }

  /** What the lines come to, each tax rounded once. */
  private static BigDecimal total(TravelInvoices.Case one) {
    BigDecimal total = BigDecimal.ZERO;
    Map<BigDecimal, BigDecimal> bases = new HashMap<>();
    for (InvoiceLine line : one.invoice().lines()) {
      BigDecimal net = line.quantity().multiply(line.unitPrice());
      total = total.add(net);
      bases.merge(line.taxes().get(0).ratePercent(), net, BigDecimal::add);
    }
    for (Map.Entry<BigDecimal, BigDecimal> rate : bases.entrySet()) {
      BigDecimal tax = rate.getKey().multiply(rate.getValue()).movePointLeft(2);
      total = total.add(tax.setScale(2, RoundingMode.HALF_UP));
    }
    return total;
  }
}
