package io.odoosync.verification.odoo;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that Odoo stores of some records, {@code write_date} included: to see that nothing of it has
 * changed. Left out is what other records or the server's own jobs move: the records that point to
 * these ones, and the likelihood of winning that Odoo learns from all leads.
 */
public final class Snapshot {

  private static final Set<String> TOO_LARGE = Set.of("binary", "image");
  private static final Set<String> LEARNT = Set.of("automated_probability");

  private static final Map<String, List<String>> STORED = new ConcurrentHashMap<>();

  private final OdooClient client;
  private final String release;

  private Snapshot(OdooClient client) {
    this.client = client;
    this.release = client.verify().version() + "/" + client.connection().login();
  }

  /** Prepares to take some, as this user sees the records. */
  public static Snapshot by(OdooClient client) {
    return new Snapshot(client);
  }

  /** Takes one of some records. */
  public Map<Long, OdooRecord> of(String model, Collection<Long> ids) {
    Map<Long, OdooRecord> records = new TreeMap<>();
    client
        .read(model, new TreeSet<>(ids), storedFields(model))
        .forEach(record -> records.put(record.id(), record));
    return records;
  }

  /** The same for all servers of a release, as the same user sees them. */
  private List<String> storedFields(String model) {
    return STORED.computeIfAbsent(release + "/" + model, known -> readStored(model));
  }

  private List<String> readStored(String model) {
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
