package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.SalesTax;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
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

  /** One row of the join: the invoice and one of its lines, or why they can't be read. */
  private record Row(LocalKey key, Callable<Invoice.Builder> invoice, @Nullable InvoiceLine line) {}

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

  /** An invoice of whose rows one can't be read is one failed invoice. */
  private static Invoice invoice(List<Row> rows) {
    return InvoiceSource.read(rows.get(0).key(), () -> joined(rows));
  }

  private static Invoice joined(List<Row> rows) throws Exception {
    List<InvoiceLine> lines = new ArrayList<>();
    Invoice.Builder invoice = rows.get(0).invoice().call();
    for (Row row : rows) {
      row.invoice().call();
      if (row.line() != null) {
        lines.add(row.line());
      }
    }
    return invoice.lines(lines).build();
  }

  /** What can't be read is thrown later, when the rows of its invoice are joined. */
  private static Row read(ResultSet row) throws SQLException {
    LocalKey key = LocalKey.of(Keys.INVOICE, row.getLong("id"));
    try {
      Invoice.Builder invoice = begun(key, row);
      return new Row(key, () -> invoice, row.getObject("position") == null ? null : line(row));
    } catch (SQLException | RuntimeException e) {
      return new Row(
          key,
          () -> {
            throw e;
          },
          null);
    }
  }

  private static Invoice.Builder begun(LocalKey key, ResultSet row) throws SQLException {
    return Invoice.builder(key, "EUR")
        .number(row.getString("number"))
        .customer(LocalKey.of(row.getString("payer_kind"), row.getLong("payer_id")))
        .invoiceDate(row.getObject("invoice_date", LocalDate.class))
        .dueDate(row.getObject("due_date", LocalDate.class))
        .odooId(row.getObject("odoo_invoice_id", Long.class));
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
