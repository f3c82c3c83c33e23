package io.odoosync.internal.invoice;

import io.odoosync.internal.field.NamedRecords;

/**
 * What invoices of one company may refer to. None of it belongs to another company.
 *
 * @param company the company
 * @param taxes its sale taxes
 * @param journals its sale journals; the first is the one that Odoo takes by itself
 * @param paymentTerms payment terms, its own and those of all companies
 * @param products products by internal reference, as far as they were named
 * @param accounts accounts by code, as far as they were named, and those of the journals
 * @param analytics analytic accounts by code and name, as far as they were named
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
