package io.odoosync.internal.lead;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.exchange.OdooDirectory;
import io.odoosync.internal.field.ModelFields;
import java.util.ArrayList;
import java.util.List;

/** Tells where Odoo's users would not see the leads that the sync creates. */
final class LeadsInSight {

  private LeadsInSight() {}

  static List<Failure> warnings(OdooDirectory directory, ModelFields fields) {
    List<Failure> warnings = new ArrayList<>();
    if (!directory.isInGroup("crm", "group_use_lead")) {
      warnings.add(
          Failure.of(
                  FailureCause.MISSING_IN_ODOO,
                  "Odoo's CRM does not use leads (crm.group_use_lead): its pipeline shows opportunities"
                      + " only, so nobody sees a travel before it is invoiced",
                  "Switch on 'Leads' in the settings of Odoo's CRM.")
              .onModel("crm.lead"));
    }
    if (LostReason.field(fields).isEmpty()) {
      warnings.add(LostReason.leftOut().warning());
    }
    return warnings;
  }
}
