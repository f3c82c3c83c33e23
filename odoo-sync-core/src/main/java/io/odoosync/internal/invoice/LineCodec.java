package io.odoosync.internal.invoice;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.RecordInput;
import io.odoosync.internal.intake.spool.RecordOutput;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import io.odoosync.source.TaxCategory;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the lines of invoices down, and reads them back. */
final class LineCodec implements RecordCodec<InvoiceLine> {

  @Override
  public void write(InvoiceLine line, RecordOutput out) throws IOException {
    out.constant(line.type());
    out.text(line.description());
    if (line.type() != InvoiceLine.Type.ITEM) {
      return;
    }
    out.decimal(line.quantity());
    out.decimal(line.unitPrice());
    out.decimal(line.discountPercent());
    out.list(line.taxes(), tax -> write(tax, out));
    out.text(line.product());
    out.text(line.account());
    out.map(line.analytics(), out::decimal);
    out.flag(line.downPayment());
    out.optional(line.depositInvoice(), out::key);
    out.map(line.extra(), out::value);
  }

  private static void write(SalesTax tax, RecordOutput out) throws IOException {
    out.text(tax.code());
    out.optional(tax.ratePercent(), out::decimal);
    out.flag(tax.priceIncluded());
    out.constant(tax.category());
    out.text(tax.exemptionReason());
    out.text(tax.exemptionCode());
  }

  @Override
  public InvoiceLine read(RecordInput in) throws IOException {
    InvoiceLine.Type type = Objects.requireNonNull(in.constant(InvoiceLine.Type.values()));
    String description = in.text();
    return switch (type) {
      case ITEM -> item(description, in);
      case SECTION -> InvoiceLine.section("").toBuilder().description(description).build();
      case NOTE -> InvoiceLine.note("").toBuilder().description(description).build();
    };
  }

  private static InvoiceLine item(@Nullable String description, RecordInput in) throws IOException {
    InvoiceLine.Builder line =
        InvoiceLine.builder(description)
            .quantity(in.decimal())
            .unitPrice(in.decimal())
            .discountPercent(in.decimal())
            .taxes(in.list(() -> tax(in)))
            .product(in.text())
            .account(in.text());
    in.map(in::decimal).forEach(line::analytic);
    line.downPayment(in.flag()).depositInvoice(in.optional(in::key));
    in.map(in::value).forEach(line::extra);
    return line.build();
  }

  private static SalesTax tax(RecordInput in) throws IOException {
    return new SalesTax(
        in.requiredText(),
        in.optional(in::decimal),
        in.flag(),
        in.constant(TaxCategory.values()),
        in.text(),
        in.text());
  }
}
