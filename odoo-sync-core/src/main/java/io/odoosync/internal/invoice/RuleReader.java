package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.InvoicingOptions;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.invoice.books.Currencies;
import io.odoosync.internal.invoice.einvoice.Document;
import io.odoosync.internal.invoice.einvoice.EInvoice;
import io.odoosync.internal.invoice.einvoice.Line;
import io.odoosync.internal.invoice.einvoice.Party;
import io.odoosync.internal.invoice.einvoice.Totals;
import io.odoosync.internal.invoice.einvoice.Vat;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import io.odoosync.source.CustomerKind;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import io.odoosync.source.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Odoo would export of its drafts, to be judged: the moves, their lines and taxes, the
 * company and the customers. A few calls a batch, however many they are.
 */
final class RuleReader {

  private static final String LINE = "account.move.line";
  private static final String SHIPPING = "partner_shipping_id";
  private static final String TAX = "tax_line_id";

  private static final List<String> FIELDS =
      List.of(
          "partner_id",
          "company_id",
          SHIPPING,
          "partner_bank_id",
          "invoice_payment_term_id",
          "narration",
          "delivery_date",
          "buyer_reference",
          "purchase_order_reference");

  private static final List<String> LINE_FIELDS =
      List.of(
          "display_type",
          "name",
          "product_id",
          "quantity",
          "price_unit",
          "price_subtotal",
          "tax_ids");

  private final OdooClient client;
  private final InvoicingOptions options;
  private final InvoiceDirectory directory;
  private final ModelFields fields;
  private final MoveLines lines;
  private final RuleParties parties;
  private final RuleTaxes taxes;
  private final boolean exports;

  RuleReader(OdooClient client, InvoicingOptions options, InvoiceDirectory directory) {
    this.client = client;
    this.options = options;
    this.directory = directory;
    this.fields = directory.fields();
    this.lines = new MoveLines(client);
    this.parties = new RuleParties(client);
    this.taxes = new RuleTaxes(client);
    this.exports = fields.has("ubl_cii_xml_id") && hasBankAccounts();
  }

  private boolean hasBankAccounts() {
    try {
      return !client.fieldsGet("res.partner.bank", List.of("acc_number")).isEmpty();
    } catch (OdooRequestException e) {
      if (e.isForSize()) {
        throw e;
      }
      return false;
    }
  }

  /** What was read of one batch. */
  private record Batch(
      Map<Long, OdooRecord> moves,
      Map<Long, List<OdooRecord>> lines,
      Map<Long, List<OdooRecord>> taxLines) {}

  /**
   * Reads the drafts of a batch. Those are left out that are gone meanwhile, or whose customer or
   * company can't be read.
   */
  Map<InvoiceProgress, EInvoice> read(
      Collection<InvoiceProgress> open, Predicate<InvoiceProgress> hasOriginal) {
    Batch batch = batch(open.stream().map(InvoiceProgress::id).toList());
    Map<InvoiceProgress, EInvoice> invoices = new LinkedHashMap<>();
    for (InvoiceProgress progress : open) {
      OdooRecord move = batch.moves.get(progress.id());
      if (move != null && parties.know(partner(move), company(move))) {
        invoices.put(progress, invoice(progress, move, batch, hasOriginal.test(progress)));
      }
    }
    return invoices;
  }

  private Batch batch(List<Long> ids) {
    Map<Long, OdooRecord> moves = new HashMap<>();
    client
        .read(EntityType.INVOICE.model(), ids, List.copyOf(fields.among(FIELDS)))
        .forEach(move -> moves.put(move.id(), move));
    Map<Long, List<OdooRecord>> read = lines.read(ids, LINE_FIELDS);
    Map<Long, List<OdooRecord>> taxLines = taxLines(ids);
    taxes.prepare(named(read.values(), "tax_ids"));
    parties.prepare(
        moves.values().stream()
            .flatMap(move -> Stream.of("partner_id", SHIPPING).map(move::reference))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        moves.values().stream()
            .flatMap(move -> move.reference("company_id").stream())
            .collect(Collectors.toSet()));
    return new Batch(moves, read, taxLines);
  }

  private static Set<Long> named(Collection<List<OdooRecord>> lines, String field) {
    return lines.stream()
        .flatMap(List::stream)
        .flatMap(line -> line.references(field).stream())
        .collect(Collectors.toSet());
  }

  /** The journal items that hold the VAT. */
  private Map<Long, List<OdooRecord>> taxLines(List<Long> ids) {
    Domain domain = Domain.field("move_id").isIn(ids).and(Domain.field(TAX).isNotEqualTo(false));
    return client
        .searchRead(LINE, domain, List.of("move_id", TAX, "amount_currency"), Page.first(100_000))
        .stream()
        .collect(Collectors.groupingBy(line -> line.reference("move_id").orElse(0L)));
  }

  private EInvoice invoice(
      InvoiceProgress progress, OdooRecord move, Batch batch, boolean hasOriginal) {
    Invoice invoice = progress.invoice();
    long partner = partner(move);
    long company = company(move);
    List<Line> charged = lines(invoice, batch.lines.getOrDefault(move.id(), List.of()));
    return new EInvoice(
        document(progress, move, parties.texts(company), hasOriginal),
        parties.seller(company),
        parties.buyer(partner, kind(invoice)),
        move.reference(SHIPPING).map(parties::addressOf).orElse(null),
        charged,
        totals(progress, batch.taxLines.getOrDefault(move.id(), List.of())),
        new EInvoice.Export(exports, move.reference("partner_bank_id").isPresent()));
  }

  private static long partner(OdooRecord move) {
    return move.reference("partner_id").orElse(0L);
  }

  private static long company(OdooRecord move) {
    return move.reference("company_id").orElse(0L);
  }

  private static Party.Kind kind(Invoice invoice) {
    CustomerKind kind = invoice.customerKind();
    return kind == null ? Party.Kind.UNKNOWN : Party.Kind.valueOf(kind.name());
  }

  private Document document(
      InvoiceProgress progress, OdooRecord move, String companyTexts, boolean hasOriginal) {
    Invoice invoice = progress.invoice();
    return new Document(
        invoice.kind() == InvoiceKind.CREDIT_NOTE,
        said(invoice.number()),
        invoice.currency(),
        dates(progress, move),
        new Document.Texts(narration(move), companyTexts),
        references(invoice, move, hasOriginal));
  }

  private Document.Dates dates(InvoiceProgress progress, OdooRecord move) {
    Invoice invoice = progress.invoice();
    boolean decided =
        invoice.dueDate() != null
            || invoice.paymentTerm() != null
            || options.paymentTerm() != null
            || move.reference("invoice_payment_term_id").isPresent();
    LocalDate issued = progress.move().values().date("invoice_date").orElse(null);
    return new Document.Dates(
        issued,
        progress.move().dueDate().orElse(null),
        move.date("delivery_date").orElse(invoice.deliveryDate()),
        decided);
  }

  private String narration(OdooRecord move) {
    return move.text("narration")
        .map(text -> fields.plainText("narration", FieldValue.of(text)))
        .map(value -> value instanceof FieldValue.Text text ? text.value() : "")
        .orElse("");
  }

  private static Document.References references(
      Invoice invoice, OdooRecord move, boolean hasOriginal) {
    return new Document.References(
        move.text("buyer_reference").orElse(said(invoice.buyerReference())),
        move.text("purchase_order_reference").orElse(said(invoice.purchaseOrderReference())),
        hasOriginal,
        invoice.lines().stream().anyMatch(line -> line.downPayment() && !deducts(line)),
        invoice.lines().stream().anyMatch(RuleReader::deducts));
  }

  private static boolean deducts(InvoiceLine line) {
    return line.depositInvoice() != null
        || (line.downPayment() && line.unitPrice().multiply(line.quantity()).signum() < 0);
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What the host says of the taxes of a line: of one of them, if it has several. */
  private static Line.Said said(InvoiceLine line) {
    String category =
        line.taxes().stream()
            .map(SalesTax::category)
            .flatMap(Stream::ofNullable)
            .map(TaxCategory::code)
            .findFirst()
            .orElse("");
    String reason =
        line.taxes().stream()
            .flatMap(tax -> Stream.of(said(tax.exemptionCode()), said(tax.exemptionReason())))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "));
    return new Line.Said(category, reason);
  }

  /** Texts count for the order in which the lines were sent, not for what is charged. */
  private List<Line> lines(Invoice invoice, List<OdooRecord> read) {
    boolean asSent = read.size() == invoice.lines().size();
    List<Line> charged = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      if (isItem(read.get(i))) {
        Line.Said said = asSent ? said(invoice.lines().get(i)) : Line.Said.NOTHING;
        charged.add(line(i + 1, read.get(i), said));
      }
    }
    return charged;
  }

  private static boolean isItem(OdooRecord line) {
    return line.text("display_type").filter(type -> !type.equals("product")).isEmpty();
  }

  private Line line(int number, OdooRecord line, Line.Said said) {
    List<Long> ids = line.references("tax_ids");
    return new Line(
        number,
        line.text("name").orElse(line.reference("product_id").map(Object::toString).orElse("")),
        amount(line, "quantity"),
        amount(line, "price_unit"),
        amount(line, "price_subtotal"),
        !ids.isEmpty(),
        taxes.vats(ids),
        said);
  }

  private Totals totals(InvoiceProgress progress, List<OdooRecord> taxLines) {
    ExpectedTotals.Odoo odoo = progress.move().totals();
    Map<Vat, BigDecimal> byRate = new LinkedHashMap<>();
    for (OdooRecord line : taxLines) {
      List<Long> tax = line.reference(TAX).stream().toList();
      taxes
          .vats(tax)
          .forEach(vat -> byRate.merge(vat, amount(line, "amount_currency"), BigDecimal::add));
    }
    BigDecimal sign =
        progress.invoice().kind() == InvoiceKind.CREDIT_NOTE
            ? BigDecimal.ONE
            : BigDecimal.ONE.negate();
    return new Totals(
        odoo.untaxed(),
        odoo.tax(),
        odoo.total(),
        directory
            .currencies()
            .find(progress.invoice().currency())
            .map(Currencies.OdooCurrency::decimals)
            .orElse(2),
        byRate.entrySet().stream()
            .map(rate -> new Totals.RateTotal(rate.getKey(), rate.getValue().multiply(sign)))
            .toList());
  }

  private static BigDecimal amount(OdooRecord record, String field) {
    return record.number(field).orElse(BigDecimal.ZERO);
  }
}
