package io.odoosync.verification.workflow;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import java.util.List;
import java.util.Map;

/** A person who works with leads in Odoo, through what the buttons there call. */
record Salesperson(OdooClient client) {

  private static final String LEAD = "crm.lead";

  void moveTo(long lead, String stage) {
    long id = client.resolveExternalId("crm", stage).orElseThrow().id();
    client.write(LEAD, List.of(lead), Map.of("stage_id", id));
  }

  void convert(long lead) {
    client.write(LEAD, List.of(lead), Map.of("type", "opportunity"));
  }

  void win(long lead) {
    call("action_set_won", lead);
  }

  void lose(long lead) {
    call("action_set_lost", lead);
  }

  void lose(long lead, String field, long reason) {
    client.call(MethodCall.of(LEAD, "action_set_lost").ids(List.of(lead)).argument(field, reason));
  }

  void archive(long lead) {
    call("action_archive", lead);
  }

  void reopen(long lead) {
    call("action_unarchive", lead);
  }

  void delete(long lead) {
    client.unlink(LEAD, List.of(lead));
  }

  private void call(String method, long lead) {
    client.call(MethodCall.of(LEAD, method).ids(List.of(lead)));
  }
}
