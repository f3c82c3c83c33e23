package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.SalesTax;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Validated invoices with their lines, in one pass: the rows of an invoice follow each other. An
 * invoice without lines is not left out, so that the sync can report it.
 */
final class JdbcInvoiceSource implements InvoiceSource {

  private static final String INVOICES =
      """
      SELECT i.id, i.number, i.payer_kind, i.payer_id, i.invoice_date, i.due_date, i.odoo_invoice_id,
             l.position, l.description, l.quantity, l.unit_price, l.discount_percent,
             l.tax_code, l.tax_percent
        FROM invoice i LEFT JOIN invoice_line l ON l.invoice_id = i.id
       WHERE i.validated %s
       ORDER BY i.id, l.position
      """;

  private final DataSource dataSource;

  JdbcInvoiceSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One row of the join. */
  private record Row(LocalKey key, Invoice.Builder invoice, @Nullable InvoiceLine line) {}

  @Override
  public Stream<Invoice> invoices() {
    return query(INVOICES.formatted(""));
  }

  @Override
  public List<Invoice> find(Collection<LocalKey> keys) {
    try (Stream<Invoice> invoices =
        query(INVOICES.formatted("AND i.id = ANY(?)"), Keys.rowIds(keys, Keys.INVOICE))) {
      return invoices.toList();
    }
  }

  private Stream<Invoice> query(String sql, Object... parameters) {
    Stream<Row> rows = Rows.stream(dataSource, sql, JdbcInvoiceSource::read, parameters);
    return RowGroups.of(rows, Row::key).map(JdbcInvoiceSource::invoice);
  }

  private static Invoice invoice(List<Row> rows) {
    List<InvoiceLine> lines = rows.stream().map(Row::line).filter(Objects::nonNull).toList();
    return rows.get(0).invoice().lines(lines).build();
  }

  private static Row read(ResultSet row) throws SQLException {
    LocalKey key = LocalKey.of(Keys.INVOICE, row.getLong("id"));
    Invoice.Builder invoice =
        Invoice.builder(key, "EUR")
            .number(row.getString("number"))
            .customer(LocalKey.of(row.getString("payer_kind"), row.getLong("payer_id")))
            .invoiceDate(row.getObject("invoice_date", LocalDate.class))
            .dueDate(row.getObject("due_date", LocalDate.class))
            .odooId(row.getObject("odoo_invoice_id", Long.class));
    return new Row(key, invoice, row.getObject("position") == null ? null : line(row));
  }

  private static InvoiceLine line(ResultSet row) throws SQLException {
    SalesTax tax = new SalesTax(row.getString("tax_code"), row.getBigDecimal("tax_percent"), false);
    return InvoiceLine.builder(row.getString("description"))
        .quantity(row.getBigDecimal("quantity"))
        .unitPrice(row.getBigDecimal("unit_price"))
        .discountPercent(row.getBigDecimal("discount_percent"))
        .taxes(tax)
        .build();
  }
}
