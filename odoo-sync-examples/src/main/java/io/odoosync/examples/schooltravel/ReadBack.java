package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts in Odoo what the sync says to have done. */
final class ReadBack {

  private static final int PAGE_SIZE = 1_000;
  private static final Page EVERYTHING = Page.first(10_000);

  private final OdooClient odoo;
  private final IdStore idStore;
  private final String namespace;

  ReadBack(OdooClient odoo, IdStore idStore, String namespace) {
    this.odoo = odoo;
    this.idStore = idStore;
    this.namespace = namespace;
  }

  OdooFigures figures() {
    Map<EntityType, Long> records = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      records.put(type, countOurs(type));
    }
    List<OdooRecord> stages =
        odoo.searchRead("crm.stage", Domain.all(), List.of("name", "is_won"), EVERYTHING);
    Map<Long, Long> leads = leadsByStageId();
    return new OdooFigures(
        records, byName(stages, leads), won(stages, leads), roundsGlobally(), values(), invoices());
  }

  /** The ids are the store's, but whether a record with that id exists and is ours Odoo says. */
  private long countOurs(EntityType type) {
    String ours = namespace + "." + type.model().replace('.', '_') + "_";
    return odoo.externalIds(type.model(), links(type).values()).values().stream()
        .filter(externalId -> externalId.startsWith(ours))
        .count();
  }

  private Map<LocalKey, Long> links(EntityType type) {
    Map<LocalKey, Long> ids = new LinkedHashMap<>();
    List<Link> page = idStore.page(type, null, PAGE_SIZE);
    while (!page.isEmpty()) {
      for (Link link : page) {
        if (link.odooId() != null) {
          ids.put(link.key(), link.odooId());
        }
      }
      page = idStore.page(type, page.get(page.size() - 1).key(), PAGE_SIZE);
    }
    return ids;
  }

  private Map<Long, Long> leadsByStageId() {
    Map<Long, Long> counts = new HashMap<>();
    for (OdooRecord lead :
        odoo.read("crm.lead", links(EntityType.TRAVEL).values(), List.of("stage_id"))) {
      lead.reference("stage_id").ifPresent(stage -> counts.merge(stage, 1L, Long::sum));
    }
    return counts;
  }

  private static Map<String, Long> byName(List<OdooRecord> stages, Map<Long, Long> leads) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (OdooRecord stage : stages) {
      long count = leads.getOrDefault(stage.id(), 0L);
      if (count > 0) {
        counts.merge(stage.text("name").orElse("?"), count, Long::sum);
      }
    }
    return counts;
  }

  private static long won(List<OdooRecord> stages, Map<Long, Long> leads) {
    return stages.stream()
        .filter(stage -> stage.flag("is_won"))
        .mapToLong(stage -> leads.getOrDefault(stage.id(), 0L))
        .sum();
  }

  private boolean roundsGlobally() {
    return odoo.searchRead(
            "res.company",
            Domain.all(),
            List.of("tax_calculation_rounding_method"),
            Page.first(1).orderedBy("id"))
        .get(0)
        .text("tax_calculation_rounding_method")
        .filter("round_globally"::equals)
        .isPresent();
  }

  private Map<LocalKey, List<FieldValue>> values() {
    Map<LocalKey, List<FieldValue>> values =
        read(EntityType.CONTACT, SharedFields.OF_PARTNERS, SharedFields::ofPartner);
    values.putAll(read(EntityType.TRAVEL, SharedFields.OF_LEADS, SharedFields::ofLead));
    return values;
  }

  private Map<LocalKey, OdooInvoice> invoices() {
    List<String> fields = List.of("amount_untaxed", "amount_tax", "invoice_line_ids");
    return read(EntityType.INVOICE, fields, ReadBack::invoice);
  }

  private <R> Map<LocalKey, R> read(
      EntityType type, List<String> fields, Function<OdooRecord, R> how) {
    Map<LocalKey, Long> ids = links(type);
    Map<Long, R> byId = new HashMap<>();
    for (OdooRecord record : odoo.read(type.model(), ids.values(), fields)) {
      byId.put(record.id(), how.apply(record));
    }
    Map<LocalKey, R> byKey = new LinkedHashMap<>();
    ids.forEach(
        (key, id) -> {
          R found = byId.get(id);
          if (found != null) {
            byKey.put(key, found);
          }
        });
    return byKey;
  }

  private static OdooInvoice invoice(OdooRecord move) {
    return new OdooInvoice(
        new Amounts(amount(move, "amount_untaxed"), amount(move, "amount_tax")),
        move.references("invoice_line_ids").size());
  }

  private static BigDecimal amount(OdooRecord move, String field) {
    return move.number(field).orElse(BigDecimal.ZERO);
  }
}
