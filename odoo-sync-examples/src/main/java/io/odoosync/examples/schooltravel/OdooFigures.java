package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.util.List;
import java.util.Map;

/**
 * What was counted in Odoo itself.
 *
 * @param records how many records bear an external id of our namespace, by kind
 * @param leadsByStage how many of our leads are in which stage, in the stages' order
 * @param wonLeads how many of our leads are in a stage that means won
 * @param roundsGlobally whether Odoo's company rounds each tax once an invoice, rather than once a
 *     line
 * @param values what our partners and leads have in the {@link SharedFields}
 * @param invoices our invoices
 */
record OdooFigures(
    Map<EntityType, Long> records,
    Map<String, Long> leadsByStage,
    long wonLeads,
    boolean roundsGlobally,
    Map<LocalKey, List<FieldValue>> values,
    Map<LocalKey, OdooInvoice> invoices) {

  /** All our invoices together. */
  Amounts sum() {
    return invoices.values().stream().map(OdooInvoice::amounts).reduce(Amounts.NONE, Amounts::plus);
  }
}
