package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.ExternalIds.Target;
import io.odoosync.testkit.internal.orm.LoadConverter.BadCell;
import io.odoosync.testkit.internal.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the records that cells refer to by database id, external id or name. */
final class LoadReferences {
  private static final Set<String> NOTHING = Set.of("", "0", "false", "no");

  private static final String LABEL = "%(field)s";

  private final Env env;
  private final LoadMessages messages;
  private final Load load;
  private boolean broken;

  LoadReferences(Env env, LoadMessages messages, Load load) {
    this.env = env;
    this.messages = messages;
    this.load = load;
  }

  boolean broken() {
    return broken;
  }

  Object one(Field field, Map<String, Object> cell, LoadMessages.Place place) throws BadCell {
    Map.Entry<String, Object> reference = reference(cell);
    return resolve(field, reference.getKey(), reference.getValue(), place);
  }

  List<Object> many(Field field, Map<String, Object> cell, LoadMessages.Place place)
      throws BadCell {
    Map.Entry<String, Object> reference = reference(cell);
    List<Object> ids = new ArrayList<>();
    for (String part : String.valueOf(reference.getValue()).split(",", -1)) {
      ids.add(resolve(field, reference.getKey(), part, place));
    }
    return ids;
  }

  /** The line that these cells are about, or 0 if it is new. */
  int line(Field field, Map<String, Object> cells, LoadMessages.Place place) throws BadCell {
    if (cells.get("id") instanceof String externalId && !externalId.isEmpty()) {
      return byExternalId(field, externalId).orElse(0);
    }
    for (String by : List.of(".id", LoadRows.BY_NAME)) {
      Object given = cells.getOrDefault(by, false);
      if (Python.isTrue(given)) {
        return Python.integer(resolve(field, by, given, place));
      }
    }
    return 0;
  }

  private static Map.Entry<String, Object> reference(Map<String, Object> cell) throws BadCell {
    for (String key : cell.keySet()) {
      if (!LoadRows.isReference(key)) {
        throw BadCell.bare(
            "Can not create Many-To-One records indirectly, import the field separately");
      }
    }
    if (cell.size() > 1) {
      throw BadCell.bare(
          "Ambiguous specification for field '"
              + LABEL
              + "', only provide one of name, external id or database id");
    }
    return cell.entrySet().iterator().next();
  }

  private Object resolve(Field field, String by, Object value, LoadMessages.Place place)
      throws BadCell {
    if (value instanceof String word && NOTHING.contains(word.toLowerCase(java.util.Locale.ROOT))) {
      return false;
    }
    Optional<Integer> found =
        switch (by) {
          case ".id" -> byDatabaseId(field, value);
          case "id" -> byExternalId(field, String.valueOf(value));
          default -> byName(field, String.valueOf(value), place);
        };
    if (found.isPresent()) {
      return found.get();
    }
    String what = by.equals(".id") ? "database id" : by.equals("id") ? "external id" : "name";
    throw new BadCell(
        "No matching record found for %s '%s' in field '%%(field)s'".formatted(what, value),
        Map.of("moreinfo", possibleValues(field, by)));
  }

  private Optional<Integer> byDatabaseId(Field field, Object value) throws BadCell {
    if (broken) {
      throw OdooError.database(
          "psycopg2.errors.InFailedSqlTransaction",
          "current transaction is aborted, commands ignored until end of transaction block\n");
    }
    int id = databaseId(field, value);
    Model other = env.model(field.relation());
    boolean exists =
        env.has(Fact.LOAD_REFERS_TO_ARCHIVED)
            ? other.table().has(id)
            : !other.search(List.of(List.of("id", "=", id))).isEmpty();
    return exists ? Optional.of(id) : Optional.empty();
  }

  private int databaseId(Field field, Object value) throws BadCell {
    try {
      return Python.integer(value);
    } catch (OdooError e) {
      broken = env.has(Fact.LOAD_BREAKS_ON_BAD_IDS);
      throw new BadCell(
          "Invalid database id '" + value + "' for the field '%(field)s'",
          Map.of("moreinfo", possibleValues(field, ".id")));
    }
  }

  private Optional<Integer> byExternalId(Field field, String externalId) throws BadCell {
    String qualified = externalId.contains(".") ? externalId : "__import__." + externalId;
    load.flushFor(qualified);
    Optional<Target> target = env.externalIds().find(qualified);
    if (target.isEmpty() || !env.model(field.relation()).table().has(target.get().id())) {
      return Optional.empty();
    }
    if (!target.get().model().equals(field.relation())) {
      throw BadCell.bare(
          "Invalid external ID %s: expected model '%s', found '%s'"
              .formatted(qualified, field.relation(), target.get().model()));
    }
    return target.map(Target::id);
  }

  private Optional<Integer> byName(Field field, String name, LoadMessages.Place place) {
    load.flushForName(field.relation());
    Model other = env.model(field.relation());
    List<Integer> found = other.named(name, "=", List.of(), 0);
    if (found.isEmpty() && mayCreate(field)) {
      return Optional.of(other.create(Map.of("name", name)));
    }
    if (found.size() > 1) {
      messages.warning(place, field.name(), ambiguous(field, name, found.size()), Map.of());
    }
    return found.stream().findFirst();
  }

  private String ambiguous(Field field, String name, int matches) {
    return env.has(Fact.LOAD_TELLS_AMBIGUOUS_VALUE)
        ? "Found multiple matches for value \"%s\" in field \"%s\" (%d matches)"
            .formatted(name, field.label(), matches)
        : "Found multiple matches for field '%s' (%d matches)".formatted(field.label(), matches);
  }

  private boolean mayCreate(Field field) {
    Map<String, Object> enabled = Python.map(env.contextValue("name_create_enabled_fields"));
    return Python.isTrue(enabled.getOrDefault(field.name(), false));
  }

  private Map<String, Object> possibleValues(Field field, String by) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("name", "Possible Values");
    action.put("type", "ir.actions.act_window");
    action.put("target", "new");
    action.put("view_mode", env.has(Fact.LOAD_ACTION_SHOWS_LIST) ? "list,form" : "tree,form");
    action.put("views", List.of(List.of(false, "list"), List.of(false, "form")));
    action.put("context", Map.of("create", false));
    action.put("help", "See all possible values");
    action.put("res_model", by.equals(LoadRows.BY_NAME) ? field.relation() : "ir.model.data");
    if (!by.equals(LoadRows.BY_NAME)) {
      action.put("domain", List.of(List.of("model", "=", field.relation())));
    }
    return action;
  }
}
