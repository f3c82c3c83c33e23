package io.odoosync.internal.invoice.books;

import io.odoosync.internal.field.NamedRecords;

/**
 * What invoices of one company may refer to, as far as they named it. It belongs to that company,
 * or to all of them.
 *
 * @param company the company
 * @param taxes its sale taxes
 * @param journals its sale journals
 * @param paymentTerms payment terms
 * @param products products by internal reference
 * @param accounts its accounts by code
 * @param analytics analytic accounts by code or name
 */
public record CompanyBooks(
    Company company,
    SaleTaxes taxes,
    SaleJournals journals,
    NamedRecords paymentTerms,
    NamedRecords products,
    NamedRecords accounts,
    NamedRecords analytics) {

  /**
   * A company.
   *
   * @param id its database id
   * @param name its name
   * @param roundsGlobally whether it rounds each tax once a document, rather than once a line
   */
  public record Company(long id, String name, boolean roundsGlobally) {}
}
