package io.odoosync.verification.crash;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes {@link Picture}s of an Odoo, over RPC, so that real and in-process ones look the same. */
final class Camera {

  private static final Page ALL = Page.first(10_000).orderedBy("id");

  private static final String LINES = "invoice_line_ids";
  private static final List<String> PARTNER =
      List.of(
          "name", "email", "phone", "ref", "street", "zip", "city", "country_id", "active", "vat");
  private static final List<String> LEAD =
      List.of(
          "name",
          "type",
          "active",
          "partner_id",
          "stage_id",
          "expected_revenue",
          "date_deadline",
          "email_from");
  private static final List<String> MOVE =
      List.of(
          "ref",
          "move_type",
          "state",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "amount_untaxed",
          "amount_total",
          LINES);
  private static final List<String> LINE =
      List.of("name", "quantity", "price_unit", "discount", "tax_ids");

  private final OdooClient client;
  private final String mark;

  Camera(OdooClient client, String mark) {
    this.client = client;
    this.mark = mark;
  }

  Picture take() {
    Shot shot = new Shot();
    shot.model("res.partner", "name", PARTNER);
    shot.model("crm.lead", "name", LEAD);
    shot.model("account.move", "ref", MOVE);
    shot.lines();
    shot.attachments();
    return new Picture(shot.records, shot.ids, shot.strangers);
  }

  private Map<String, Long> ids(String model) {
    Map<String, Long> ids = new TreeMap<>();
    List<Long> found = marked(model, model.equals("account.move") ? "ref" : "name");
    client
        .externalIds(model, found)
        .forEach((id, name) -> ids.put(name.substring(name.indexOf('.') + 1), id));
    return ids;
  }

  private List<Long> marked(String model, String field) {
    Domain domain = Domain.field(field).contains(mark);
    boolean archives = !model.equals("account.move");
    return client.search(
        model,
        archives ? domain.and(Domain.field("active").isIn(List.of(true, false))) : domain,
        ALL);
  }

  private List<OdooRecord> read(String model, Collection<Long> ids, List<String> fields) {
    return ids.isEmpty() ? List.of() : client.read(model, ids, fields);
  }

  /** Changes one field of all records of a model that carry the mark, as a person does by hand. */
  Map<String, Long> writeAll(String model, String field, String value) {
    Map<String, Long> ids = ids(model);
    if (!ids.isEmpty()) {
      client.call(
          MethodCall.of(model, "write").ids(ids.values()).positional("vals", Map.of(field, value)));
    }
    return ids;
  }

  private final class Shot {
    private final SortedMap<String, Map<String, String>> records = new TreeMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private final Map<Long, Map<String, String>> moveOfLine = new TreeMap<>();
    private final Map<Long, Map<String, String>> moves = new TreeMap<>();
    private final Map<String, String> partners = new HashMap<>();

    private void model(String model, String markedField, List<String> fields) {
      List<Long> found = marked(model, markedField);
      Map<Long, String> names = client.externalIds(model, found);
      for (OdooRecord record : read(model, found, fields)) {
        String name = names.getOrDefault(record.id(), "");
        Map<String, String> values = values(record, fields);
        if (name.startsWith("__" + mark + "__.")) {
          String local = name.substring(name.indexOf('.') + 1);
          records.put(local, values);
          ids.put(local, record.id());
          record.references(LINES).forEach(line -> moveOfLine.put(line, values));
          if (model.equals("account.move")) {
            moves.put(record.id(), values);
          }
          partners.put(model + record.id(), local);
        } else {
          strangers.add(model + " " + record.id() + " '" + name + "' " + values.get(markedField));
        }
      }
    }

    private Map<String, String> values(OdooRecord record, List<String> fields) {
      Map<String, String> values = new TreeMap<>();
      for (String field : fields) {
        values.put(field, value(record, field));
      }
      return values;
    }

    private String value(OdooRecord record, String field) {
      OdooValue value = record.values().get(field);
      return switch (field) {
        case "partner_id" -> partner(record.reference(field));
        case LINES -> "";
        default -> value.text().orElseGet(value::toString).replace(mark, "*");
      };
    }

    private String partner(Optional<Long> id) {
      return id.map(known -> partners.get("res.partner" + known)).orElse("?");
    }

    private void lines() {
      for (OdooRecord line : read("account.move.line", moveOfLine.keySet(), LINE)) {
        Map<String, String> move = Objects.requireNonNull(moveOfLine.get(line.id()));
        move.merge(LINES, values(line, LINE).toString(), String::concat);
      }
    }

    private void attachments() {
      Domain ofMoves =
          Domain.field("res_model")
              .isEqualTo("account.move")
              .and(Domain.field("res_id").isIn(moves.keySet()));
      String content =
          client.fieldsGet("ir.attachment", List.of("datas")).isEmpty() ? "raw" : "datas";
      for (OdooRecord file :
          client.searchRead("ir.attachment", ofMoves, List.of("name", "res_id", content), ALL)) {
        long id = file.number("res_id").orElseThrow().longValue();
        Map<String, String> move = Objects.requireNonNull(moves.get(id));
        move.merge("files", values(file, List.of("name", content)).toString(), String::concat);
      }
    }
  }
}
