package io.odoosync.verification.workflow;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import java.util.List;
import java.util.Map;

/** The ways in which Odoo's users make one lead of several; the first one is left. */
enum LeadMerge {
  /** "Merge" in the list of leads. */
  DIALOGUE {
    @Override
    void merge(OdooClient client, List<Long> leads) {
      call(client, "crm.merge.opportunity", "action_merge", Map.of("opportunity_ids", set(leads)));
    }
  },

  /** What all of them end in; automations call it too. */
  METHOD {
    @Override
    void merge(OdooClient client, List<Long> leads) {
      client.call(MethodCall.of("crm.lead", "merge_opportunity").ids(leads));
    }
  },

  /** "Convert to opportunity", merged with similar ones. */
  CONVERSION {
    @Override
    void merge(OdooClient client, List<Long> leads) {
      call(
          on(client, leads.subList(0, 1)),
          "crm.lead2opportunity.partner",
          "action_apply",
          Map.of(
              "lead_id",
              leads.get(0),
              "name",
              "merge",
              "action",
              "exist",
              "duplicated_lead_ids",
              set(leads)));
    }
  },

  /** "Convert to opportunities" of a list, which merges with all that have the same customer. */
  MASS_CONVERSION {
    @Override
    void merge(OdooClient client, List<Long> leads) {
      call(
          on(client, leads.subList(0, 1)),
          "crm.lead2opportunity.partner.mass",
          "action_mass_convert",
          Map.of("deduplicate", true));
    }
  };

  /** Merges leads, as a user who may do all of it. */
  abstract void merge(OdooClient client, List<Long> leads);

  private static List<Object> set(List<Long> leads) {
    return List.of(List.of(6, 0, leads));
  }

  private static OdooClient on(OdooClient client, List<Long> selected) {
    return client
        .withContext("active_model", "crm.lead")
        .withContext("active_id", selected.get(0))
        .withContext("active_ids", selected);
  }

  private static void call(
      OdooClient client, String wizard, String method, Map<String, Object> values) {
    long id = client.create(wizard, List.of(values)).get(0);
    client.call(MethodCall.of(wizard, method).ids(List.of(id)));
  }
}
