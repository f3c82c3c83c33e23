package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import java.util.Map;

/** The models that do more than store values. */
public final class Behaviors {
  private Behaviors() {}

  public static Map<String, Behavior> all(Behavior apiKeys) {
    return Map.ofEntries(
        Map.entry("res.partner", new Partners()),
        Map.entry(PartnerMergeWizard.MODEL, new PartnerMergeWizard()),
        Map.entry("res.users", new Users()),
        Map.entry(ApiKeys.MODEL, apiKeys),
        Map.entry("res.country", new Countries()),
        Map.entry("res.country.state", new States()),
        Map.entry("res.currency", new Catalogue("active desc, name")),
        Map.entry("crm.lead2opportunity.partner", new ConversionWizard()),
        Map.entry(MassConversionWizard.MODEL, new MassConversionWizard()),
        Map.entry(MergeWizard.MODEL, new MergeWizard()),
        Map.entry("res.lang", new Languages()),
        Map.entry("res.company", new Companies()),
        Map.entry("product.product", new Products()),
        Map.entry("account.analytic.account", new AnalyticAccounts()),
        Map.entry("ir.attachment", new Attachments()),
        Map.entry("ir.model.data", new ModelData()),
        Map.entry("crm.stage", new Catalogue("sequence, name, id")),
        Map.entry("crm.tag", new Tags()),
        Map.entry("crm.team", new Teams()),
        Map.entry("crm.lead", new Leads()),
        Map.entry("account.account", new Books("account.account", "code, id")),
        Map.entry("account.journal", new Books("account.journal", "sequence, type, code, id")),
        Map.entry("account.tax", new AccountTaxes()),
        Map.entry("account.move", new Moves()),
        Map.entry("account.move.reversal", new ReversalWizard()),
        Map.entry("account.payment", new Payments()),
        Map.entry("account.payment.register", new PaymentWizard()),
        Map.entry("account.move.line", new MoveLines()));
  }
}
