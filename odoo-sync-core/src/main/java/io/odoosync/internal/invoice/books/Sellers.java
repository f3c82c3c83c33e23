package io.odoosync.internal.invoice.books;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.InvoicingOptions;
import io.odoosync.OdooReference;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.exchange.NamedOptions;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.OdooClient;
import org.jspecify.annotations.Nullable;

/**
 * Whose sale an invoice is, as the options say. Always sent where Odoo has the fields: left out,
 * Odoo takes the integration user and a team of theirs.
 */
public final class Sellers {

  private static final String SALESPERSON = "invoice_user_id";
  private static final String TEAM = "team_id";

  private final OdooClient client;
  private final ModelFields fields;
  private final Problems problems;
  private final FieldValues.Builder values = FieldValues.builder();

  private Sellers(OdooClient client, ModelFields fields, Problems problems) {
    this.client = client;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * The fields that every invoice gets.
   *
   * @param fields all fields of {@code account.move}
   * @param problems takes what is wrong, if Odoo has no such user or team
   */
  public static FieldValues of(
      OdooClient client, InvoicingOptions options, ModelFields fields, Problems problems) {
    Sellers sellers = new Sellers(client, fields, problems);
    sellers.set(SALESPERSON, NamedOptions.SALESPERSON, options.salesperson());
    sellers.set(TEAM, NamedOptions.SALES_TEAM, options.team());
    return sellers.values.build();
  }

  private void set(String field, NamedModel model, @Nullable OdooReference named) {
    if (fields.has(field)) {
      values.set(field, named == null ? FieldValue.nothing() : found(model, named));
    } else if (named != null) {
      problems.add(
          Failure.of(
              FailureCause.MISSING_IN_ODOO,
              "invoices of this Odoo have no " + model.what() + " (" + field + ")",
              "Install the app that brings it, or leave the option out."));
    }
  }

  private FieldValue found(NamedModel model, OdooReference named) {
    return FieldValue.referenceTo(
        new NameDirectory(client, model).find(named).orProblem("", problems).orElse(null));
  }
}
