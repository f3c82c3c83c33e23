package io.odoosync.testkit.internal.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** External ids: the records of {@code ir.model.data}. */
public final class ExternalIds {
  /** In the context of transactions that lose a race for an external id instead of waiting. */
  public static final String RACES = "testkit.races";

  private static final String MODEL = "ir.model.data";
  private static final String COMMIT = "testkit.commit";
  private static final List<String> NAME = List.of("module", "name");
  private static final List<String> TARGET = List.of("model", "res_id");

  private final Env env;
  private final Table table;

  ExternalIds(Env env) {
    this.env = env;
    this.table = env.registry().database().table(MODEL);
  }

  /** What an external id points to. */
  public record Target(int entry, String model, int id, boolean frozen, long commit) {}

  /**
   * Two transactions that create the same external id at once: PostgreSQL lets one of them through
   * and tells the other that it could not serialize.
   */
  static void requireVisible(Env env, Target target) {
    if (Python.isTrue(env.contextValue(RACES)) && target.commit() > env.snapshot()) {
      throw OdooError.serialization();
    }
  }

  /** {@code module.name}; the module is what stands before the first dot. */
  public Optional<Target> find(String externalId) {
    int dot = externalId.indexOf('.');
    return find(externalId.substring(0, dot), externalId.substring(dot + 1));
  }

  public Optional<Target> find(String module, String name) {
    return table.find(NAME, List.of(module, name)).stream().findFirst().map(this::target);
  }

  /** The external id of a record, or "". The one that was attached first, if there are several. */
  public String of(String model, int id) {
    return table.find(TARGET, List.of(model, id)).stream()
        .findFirst()
        .flatMap(table::row)
        .map(row -> row.get("module") + "." + row.get("name"))
        .orElse("");
  }

  public void attach(String externalId, String model, int id, boolean frozen) {
    int entry = env.superuser().model(MODEL).create(values(externalId, model, id, frozen));
    table.put(entry, COMMIT, env.registry().database().commits() + 1);
  }

  /**
   * Attaches the external id of a record that comes with the database. It is known to be right, and
   * there are so many that checking them took most of the time of making a database.
   */
  public void install(String externalId, String model, int id) {
    int entry = table.nextId();
    table.insert(entry, values(externalId, model, id, true));
    table.put(entry, COMMIT, env.registry().database().commits() + 1);
    Model entries = env.superuser().model(MODEL);
    table.put(entry, "create_date", Moments.stored(env.now()));
    table.put(entry, "create_uid", entries.env().user().id());
    entries.touch(entry);
  }

  private static Map<String, Object> values(
      String externalId, String model, int id, boolean frozen) {
    int dot = externalId.indexOf('.');
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("module", externalId.substring(0, dot));
    values.put("name", externalId.substring(dot + 1));
    values.put("model", model);
    values.put("res_id", id);
    values.put("noupdate", frozen);
    return values;
  }

  public void pointTo(Target target, String model, int id) {
    table.put(target.entry(), "model", model);
    table.put(target.entry(), "res_id", id);
  }

  public void detach(int entry) {
    table.delete(entry);
  }

  /** Forgets the external ids of a record that is deleted. */
  void forget(String model, int id) {
    table.find(TARGET, List.of(model, id)).forEach(table::delete);
  }

  /** Moves the external ids of a record to another one of its model. */
  public void move(String model, int from, int to) {
    table.find(TARGET, List.of(model, from)).forEach(entry -> table.put(entry, "res_id", to));
  }

  private Target target(int entry) {
    Row row = table.row(entry).orElseThrow();
    return new Target(
        entry,
        String.valueOf(row.get("model")),
        row.get("res_id") instanceof Integer id ? id : 0,
        Python.isTrue(row.get("noupdate")),
        row.get(COMMIT) instanceof Long commit ? commit : 0);
  }
}
