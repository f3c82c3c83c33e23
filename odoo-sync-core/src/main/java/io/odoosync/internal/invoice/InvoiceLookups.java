package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.CompanyBooks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read from Odoo for a batch of invoices before they are mapped. */
public interface InvoiceLookups {

  /**
   * The books of a company.
   *
   * @param company names it; {@code null} for the default company
   * @param problems takes what is wrong, if there is no such company
   */
  Optional<CompanyBooks> books(@Nullable OdooReference company, Problems problems);

  /**
   * The Odoo id of an invoice that was sent already, be it a moment ago.
   *
   * @param key the invoice
   */
  Optional<Long> sent(LocalKey key);

  /**
   * The number that an invoice has in Odoo, else the host's, as far as it was sent already.
   *
   * @param key the invoice
   */
  default Optional<String> number(LocalKey key) {
    return Optional.empty();
  }

  /** Whose sale every invoice is: the fields that say so, as far as the server has them. */
  default FieldValues sellers() {
    return FieldValues.builder().build();
  }

  /** The fields of {@code account.move}, as far as they were asked for. */
  ModelFields fields();

  /** The fields of {@code account.move.line}, as far as they were asked for. */
  ModelFields lineFields();
}
