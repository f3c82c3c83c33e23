package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.ExternalIds.Target;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code load}: creates or updates records from rows of text, by external id.
 *
 * <p>All or nothing. Whatever a row does wrong becomes a message, even a missing right or a
 * serialization failure; only what breaks the call itself is raised.
 */
final class Load {
  private static final int MOST_ERRORS = 10;

  private final Model model;
  private final Env env;
  private final LoadMessages messages = new LoadMessages();
  private final List<Integer> ids = new ArrayList<>();
  private final List<Entry> pending = new ArrayList<>();
  private Set<String> creatable = Set.of();
  private int start;

  Load(Model model) {
    this.env = model.env();
    this.model = model;
  }

  /** A row that has been understood. */
  record Entry(
      String externalId, Object databaseId, Map<String, Object> values, LoadMessages.Place place) {}

  Object run(Invocation call) {
    start = env.savepoint();
    List<String> columns = call.texts("fields");
    creatable = creatable(columns);
    LoadConverter converter = new LoadConverter(model, messages, this);
    for (LoadRows.Extracted row : new LoadRows(model, columns).extract(call.list("data"))) {
      pending.add(entry(converter, row));
    }
    if (!converter.broken()) {
      flush();
    }
    if (messages.hasErrors()) {
      env.rollbackTo(start);
    }
    return answer();
  }

  /** The models of which the rows can create records. */
  private Set<String> creatable(List<String> columns) {
    Set<String> models = new HashSet<>();
    models.add(model.name());
    for (String column : columns) {
      model
          .schema()
          .field(column.replaceFirst("[/:].*", ""))
          .filter(field -> field.type() == FieldType.ONE2MANY)
          .ifPresent(field -> models.add(field.relation()));
    }
    return models;
  }

  /** Stores the rows so far, if one of them is what a later row refers to. */
  void flushFor(String externalId) {
    if (pending.stream().anyMatch(entry -> entry.externalId().equals(externalId))) {
      flush();
    }
  }

  /** Stores the rows so far, if they may be what a later row refers to by name. */
  void flushForName(String other) {
    if (creatable.contains(other)) {
      flush();
    }
  }

  private void flush() {
    List<Entry> entries = List.copyOf(pending);
    pending.clear();
    store(entries);
  }

  private Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ids", messages.hasErrors() ? (Object) false : ids);
    answer.put("messages", messages.all());
    answer.put("nextrow", 0);
    return answer;
  }

  private Entry entry(LoadConverter converter, LoadRows.Extracted row) {
    Object databaseId = databaseId(row);
    Map<String, Object> values = converter.convert(row.values(), row.place());
    return new Entry(externalId(row), databaseId, values, row.place());
  }

  private String externalId(LoadRows.Extracted row) {
    return row.values().get("id") instanceof String given && !given.isEmpty()
        ? qualified(given)
        : "";
  }

  private String qualified(String externalId) {
    if (externalId.contains(".")) {
      return externalId;
    }
    Object module = env.contextValue("module");
    return (module instanceof String name ? name : "__import__") + "." + externalId;
  }

  private Object databaseId(LoadRows.Extracted row) {
    Object given = row.values().getOrDefault(".id", false);
    if (!Python.isTrue(given)) {
      return false;
    }
    int id = number(given);
    if (!model.search(List.of(List.of("id", "=", id))).isEmpty()) {
      return id;
    }
    messages.error(row.place(), ".id", "Unknown database identifier '" + id + "'", Map.of());
    return false;
  }

  private static int number(Object given) {
    try {
      return Python.integer(given);
    } catch (OdooError e) {
      throw OdooError.database(
          "psycopg2.errors.InvalidTextRepresentation",
          "invalid input syntax for type integer: \"%s\"\n".formatted(given));
    }
  }

  private void store(List<Entry> entries) {
    List<Optional<OdooError>> failures = entries.stream().map(this::tried).toList();
    if (failures.stream().anyMatch(Optional::isPresent)) {
      env.rollbackTo(start);
      tell(entries, failures);
    }
  }

  /** Why a record could not be stored, if so. */
  private Optional<OdooError> tried(Entry entry) {
    try {
      ids.add(store(entry));
      return Optional.empty();
    } catch (OdooError e) {
      env.rollbackTo(start);
      return Optional.of(e);
    }
  }

  private void tell(List<Entry> entries, List<Optional<OdooError>> failures) {
    Optional<Map<String, Object>> first = Optional.empty();
    int errors = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Optional<OdooError> error = secondTry(entry, failures.get(i));
      if (error.isPresent()) {
        first = first.or(() -> asFirst(error.get(), entries.get(0)));
        messages.failure(entry.place(), error.get(), env);
        errors++;
        if (errors >= MOST_ERRORS && errors >= (i + 1) / 10.0) {
          messages.interrupted();
          break;
        }
      }
    }
    first.ifPresent(messages::addFirstIfNew);
  }

  /** After a failure Odoo tries the records once more, one by one. */
  private Optional<OdooError> secondTry(Entry entry, Optional<OdooError> first) {
    String externalId = entry.externalId();
    boolean isKnown = !externalId.isEmpty() && env.externalIds().find(externalId).isPresent();
    if (!env.has(Fact.LOAD_TRIES_SPOILT_ROWS) || isKnown) {
      return first;
    }
    Optional<OdooError> second = model.behavior().secondTry(env, entry.values());
    return second.filter(OdooError::isOfDatabase).or(() -> first).or(() -> second);
  }

  /** What the attempt to store all rows at once had said. */
  private Optional<Map<String, Object>> asFirst(OdooError error, Entry entry) {
    boolean said =
        env.has(Fact.LOAD_SAYS_REFUSALS_PLAINLY)
            && error.isForUsers()
            && error.loadMessage().isEmpty();
    return said ? Optional.of(LoadMessages.plain(entry.place(), error.text())) : Optional.empty();
  }

  private int store(Entry entry) {
    if (entry.externalId().isEmpty()) {
      return storeWithout(entry);
    }
    Optional<Target> known = env.externalIds().find(entry.externalId());
    known.ifPresent(target -> ExternalIds.requireVisible(env, target));
    if (known.isPresent()) {
      return storeAt(entry, known.get());
    }
    return create(entry);
  }

  private int storeWithout(Entry entry) {
    if (entry.databaseId() instanceof Integer id) {
      model.write(List.of(id), entry.values());
      return id;
    }
    if ("update".equals(env.contextValue("mode"))) {
      throw env.has(Fact.LOAD_UPDATE_NEEDS_ID)
          ? OdooError.validation("Cannot update a record without specifying its id or xml_id")
          : OdooError.python("KeyError", "'record'");
    }
    return loading().create(entry.values());
  }

  private int storeAt(Entry entry, Target target) {
    if (env.has(Fact.LOAD_REFUSES_OTHER_MODELS) && !target.model().equals(model.name())) {
      throw OdooError.validation(
          "For external id %s when trying to create/update a record of model %s found record of different model %s (%d)"
              .formatted(entry.externalId(), model.name(), target.model(), target.entry()));
    }
    if (!model.table().has(target.id())) {
      env.externalIds().detach(target.entry());
      return create(entry);
    }
    if (!(target.frozen() && "update".equals(env.contextValue("mode")))) {
      model.write(List.of(target.id()), entry.values());
    }
    env.externalIds().pointTo(target, model.name(), target.id());
    return target.id();
  }

  private Model loading() {
    return new Model(env.with(Map.of(Env.LOADING, true)), model.schema());
  }

  private int create(Entry entry) {
    refuseInstalledModule(entry.externalId());
    int id = loading().create(entry.values());
    env.externalIds()
        .attach(entry.externalId(), model.name(), id, Python.isTrue(env.contextValue("noupdate")));
    return id;
  }

  private void refuseInstalledModule(String externalId) {
    String module = externalId.substring(0, externalId.indexOf('.'));
    boolean fromFile = Python.isTrue(env.contextValue("import_file"));
    if (fromFile
        && env.has(Fact.LOAD_REFUSES_MODULE_PREFIX)
        && installedModules().contains(module)) {
      throw OdooError.user(
          """
          The record %s has the module prefix %s. This is the part before the '.' in the external id. \
          Because the prefix refers to an existing module, the record would be deleted when the module \
          is upgraded. Use either no prefix and no dot or a prefix that isn't an existing module. For \
          example, __import__, resulting in the external id __import__.%s."""
              .formatted(externalId, module, externalId.substring(module.length() + 1)));
    }
  }

  private List<String> installedModules() {
    return env.registry().schema().records().values().stream()
        .flatMap(List::stream)
        .map(row -> String.valueOf(row.get("xid")))
        .filter(xid -> xid.contains("."))
        .map(xid -> xid.substring(0, xid.indexOf('.')))
        .distinct()
        .toList();
  }
}
