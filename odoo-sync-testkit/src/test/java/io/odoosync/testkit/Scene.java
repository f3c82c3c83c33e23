package io.odoosync.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.odoosync.testkit.replay.Recording;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a recording found in its database. */
final class Scene {
  private static final int NEVER = 90_000;

  private final InProcessOdoo odoo;
  private final Person person;
  private final Recording recording;

  private Scene(InProcessOdoo odoo, Recording recording) {
    this.odoo = odoo;
    this.person = odoo.person();
    this.recording = recording;
  }

  static void prepare(InProcessOdoo odoo, Recording recording) {
    Scene scene = new Scene(odoo, recording);
    scene.records();
    scene.special();
  }

  /** The records that the request is about, and the partners that it names. */
  private void records() {
    JsonNode body = recording.request().path("body");
    if (!recording.model().isEmpty() && hasTable(recording.model())) {
      JsonNode ids =
          recording.isJson2() ? body.path("ids") : recording.callArguments().path(5).path(0);
      ids.forEach(id -> reach(recording.model(), id.asInt()));
    }
    body.findValues("partner_id").forEach(id -> reach("res.partner", id.asInt()));
    body.findValues("partner").forEach(id -> reach("res.partner", id.asInt()));
    loadedPartners();
  }

  private static boolean hasTable(String model) {
    return List.of("res.partner", "crm.lead", "account.move").contains(model);
  }

  private void loadedPartners() {
    JsonNode columns = recording.callArguments().path(5).path(0);
    JsonNode rows = recording.callArguments().path(5).path(1);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.path(i).asText().equals("partner_id/.id")) {
        int column = i;
        rows.forEach(row -> reach("res.partner", row.path(column).asInt()));
      }
      if (columns.path(i).asText().equals(".id")) {
        int column = i;
        rows.forEach(row -> reach("res.partner", row.path(column).asInt()));
      }
    }
  }

  /** Creates records until one has this id. */
  private void reach(String model, int id) {
    if (id <= 0 || id > NEVER || person.record(model, id).isPresent()) {
      return;
    }
    int created = 0;
    while (created < id) {
      created = person.create(model, sample(model));
    }
  }

  private Map<String, Object> sample(String model) {
    return switch (model) {
      case "account.move" -> invoice(1);
      case "crm.lead" -> Map.of("name", "Sample", "type", "lead", "partner_id", 1);
      default -> Map.of("name", "Sample");
    };
  }

  private static Map<String, Object> invoice(int partner) {
    Map<String, Object> line = Map.of("name", "Lesson", "quantity", 1, "price_unit", 100);
    return Map.of(
        "move_type",
        "out_invoice",
        "partner_id",
        partner,
        "invoice_line_ids",
        List.of(List.of(0, 0, line)));
  }

  private void special() {
    switch (recording.topic()) {
      case "check_object_reference" -> named("res.partner", "odoo_sync.teacher_42");
      case "get_external_id" -> externalIds();
      case "get_external_id_two_xids" -> twoExternalIds();
      case "export_data_admin" -> exported();
      case "search_read_kwargs" -> {
        reach("res.partner", 66);
        person.write("res.partner", 66, Map.of("name", "P"));
      }
      case "read_write_date" -> person.write("res.partner", 66, Map.of("comment", "<b>x</b>\n2"));
      case "write_date_filter_eq", "write_date_filter_ge", "write_date_filter_gt" ->
          reach("res.partner", 52);
      case "ir_model_data_search_read_admin", "ir_model_data_search_read_sync" -> twoTeachers();
      case "ir_model_data_create_duplicate" -> named("res.partner", "odoo_sync.manual_1");
      case "load_id_column_only" -> twoMoreTeachers();
      case "load_id_column_only_missing", "load_invoice_partner_by_xid" ->
          named("res.partner", "odoo_sync.teacher_43");
      case "load_update_archived_by_dbid" -> person.archive("res.partner", 11);
      case "load_lead_m2m_dbids", "load_lead_m2m_names" -> tags();
      case "load_xid_other_model" -> named("res.partner", "odoo_sync.teacher_42");
      case "load_xid_of_other_model_2" -> named("account.move", "odoo_sync.nn1");
      case "load_race_0" -> odoo.faults().onMethod("load").once(Fault.serializationFailure());
      case "load_invoice_reload_after_post", "load_invoice_header_reload_after_post" -> posted();
      case "unlink_partner_with_posted_invoice" -> person.create("account.move", invoice(14));
      default -> invoices();
    }
  }

  private void invoices() {
    switch (recording.topic()) {
      case "invoice_post_already_posted" -> postAsExternal();
      case "invoice_action_post_again",
          "invoice_button_draft",
          "invoice_unlink_posted",
          "invoice_write_posted_date",
          "invoice_write_posted_lines",
          "invoice_write_posted_partner" ->
          post();
      case "crm_convert_opportunity_partner_id" -> reach("res.partner", convertedTo());
      case "crm_wizard_create", "crm_wizard_action_apply" -> wizard();
      case "invoice_action_post_no_lines" ->
          person.write("account.move", firstId(), withoutLines());
      case "invoice_action_post_no_partner", "invoice_post_no_partner" ->
          person.write("account.move", firstId(), Map.of("partner_id", false));
      default -> {}
    }
  }

  private int convertedTo() {
    return recording.callArguments().path(5).path(1).asInt();
  }

  private void wizard() {
    reach("crm.lead", 13);
    person.create(
        "crm.lead2opportunity.partner",
        Map.of("name", "convert", "action", "create", "lead_id", 13));
  }

  private void postAsExternal() {
    person.write("account.move", firstId(), Map.of("name", "EXT/2026/0044"));
    post();
  }

  private int firstId() {
    JsonNode ids =
        recording.isJson2()
            ? recording.request().path("body").path("ids")
            : recording.callArguments().path(5).path(0);
    return ids.path(0).asInt();
  }

  private void post() {
    person.call("account.move", "action_post", List.of(firstId()));
  }

  private static Map<String, Object> withoutLines() {
    return Map.of("invoice_line_ids", List.of(List.of(5, 0, 0)));
  }

  private void named(String model, String externalId) {
    int id = person.create(model, sample(model));
    person.nameExternally(model, id, externalId);
  }

  private void externalIds() {
    JsonNode ids = recording.callArguments().path(5).path(0);
    person.nameExternally("res.partner", ids.path(0).asInt(), "odoo_sync.teacher_45");
    person.nameExternally("res.partner", ids.path(1).asInt(), "odoo_sync.teacher_43");
  }

  private void twoExternalIds() {
    person.nameExternally("res.partner", 44, "odoo_sync.mrg_1");
    person.nameExternally("res.partner", 44, "odoo_sync.mrg_2");
  }

  private void exported() {
    person.write("res.partner", 14, Map.of("name", "By xid", "country_id", 75));
    person.write("res.partner", 12, Map.of("name", "Nat", "country_id", 75));
    person.nameExternally("res.partner", 14, "odoo_sync.teacher_45");
    person.nameExternally("res.partner", 12, "odoo_sync.teacher_43");
  }

  private void twoTeachers() {
    named("res.partner", "odoo_sync.teacher_42");
    named("res.partner", "odoo_sync.teacher_43");
  }

  private void twoMoreTeachers() {
    named("res.partner", "odoo_sync.teacher_43");
    named("res.partner", "odoo_sync.teacher_45");
  }

  private void tags() {
    person.create("crm.tag", Map.of("name", "SDKa"));
    person.create("crm.tag", Map.of("name", "SDKb"));
    IntStream.of(1, 2).forEach(id -> reach("crm.tag", id));
  }

  private void posted() {
    named("account.move", "odoo_sync.inv_1");
    int id = person.recordOf("odoo_sync.inv_1").orElseThrow().id();
    person.call("account.move", "action_post", List.of(id));
  }
}
