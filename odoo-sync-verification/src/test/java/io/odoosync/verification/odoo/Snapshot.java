package io.odoosync.verification.odoo;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that Odoo stores of some records, {@code write_date} included: to see that nothing of it has
 * changed. Left out is what other records or the server's own jobs move: the records that point to
 * these ones, and the likelihood of winning that Odoo learns from all leads.
 */
public final class Snapshot {

  private static final int PAGE_SIZE = 500;
  private static final Set<String> TOO_LARGE = Set.of("binary", "image");
  private static final Set<String> LEARNT = Set.of("automated_probability");

  private Snapshot() {}

  /** Takes one of all records of a model, archived ones too, in the order of their ids. */
  public static Map<Long, OdooRecord> ofAll(OdooClient administrator, String model) {
    List<String> fields = storedFields(administrator, model);
    OdooClient all = administrator.withContext("active_test", false);
    Map<Long, OdooRecord> records = new LinkedHashMap<>();
    long last = 0;
    List<OdooRecord> page = page(all, model, last, fields);
    while (!page.isEmpty()) {
      page.forEach(record -> records.put(record.id(), record));
      last = page.get(page.size() - 1).id();
      page = page(all, model, last, fields);
    }
    return records;
  }

  private static List<OdooRecord> page(
      OdooClient client, String model, long after, List<String> fields) {
    Domain rest = Domain.field("id").isGreaterThan(after);
    return client.searchRead(model, rest, fields, Page.first(PAGE_SIZE).orderedBy("id"));
  }

  /** Takes one of some records. */
  public static Map<Long, OdooRecord> of(
      OdooClient administrator, String model, Collection<Long> ids) {
    Map<Long, OdooRecord> records = new TreeMap<>();
    administrator
        .read(model, new TreeSet<>(ids), storedFields(administrator, model))
        .forEach(record -> records.put(record.id(), record));
    return records;
  }

  private static List<String> storedFields(OdooClient client, String model) {
    List<String> stored = new ArrayList<>();
    client
        .call(
            MethodCall.of(model, "fields_get")
                .argument("attributes", List.of("store", "type"))
                .safeToRepeat())
        .asMap()
        .forEach(
            (name, attributes) -> {
              if (isKept(name, attributes)) {
                stored.add(name);
              }
            });
    return stored;
  }

  private static boolean isKept(String name, OdooValue attributes) {
    String type = attributes.get("type").asText();
    return attributes.get("store").flag().orElse(false)
        && !type.equals("one2many")
        && !TOO_LARGE.contains(type)
        && !LEARNT.contains(name);
  }
}
