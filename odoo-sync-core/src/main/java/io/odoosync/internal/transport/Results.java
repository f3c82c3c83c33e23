package io.odoosync.internal.transport;

import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results of Odoo's own methods. A result of another shape did not come from Odoo, which
 * leaves open what became of the call: it is never read as empty or 0.
 */
public final class Results {

  private final String what;

  private Results(String what) {
    this.what = what;
  }

  /** For the result of one call. */
  public static Results of(MethodCall call) {
    return new Results(call.model() + "." + call.method());
  }

  /** Reads the ids of records that were found. */
  public List<Long> found(OdooValue result) {
    return distinct(ids(result), id -> id);
  }

  /**
   * Reads the ids of records that were created.
   *
   * @param count how many those are
   */
  public List<Long> created(OdooValue result, int count) {
    List<Long> ids = distinct(ids(result), id -> id);
    if (ids.size() != count) {
      throw no("the ids of " + count + " records, not of " + ids.size());
    }
    return ids;
  }

  /** A single id may stand alone. */
  private List<Long> ids(OdooValue result) {
    return result.whole().isPresent()
        ? List.of(id(result))
        : list(result, "a list of ids", this::id);
  }

  private long id(OdooValue id) {
    return id.whole().filter(whole -> whole > 0).orElseThrow(() -> no("a list of ids"));
  }

  private <T> List<T> distinct(List<T> all, Function<T, Long> id) {
    if (all.stream().map(id).distinct().count() != all.size()) {
      throw no("of each record once");
    }
    return all;
  }

  /** Reads a number of records. */
  public long count(OdooValue result) {
    return result.whole().filter(count -> count >= 0).orElseThrow(() -> no("a number"));
  }

  /** Reads records that were found. */
  public List<OdooRecord> records(OdooValue result) {
    return distinct(list(result, "a list of records", this::record), OdooRecord::id);
  }

  /**
   * Reads records that were asked for by their ids.
   *
   * @param ids whose records there may be
   */
  public List<OdooRecord> records(OdooValue result, Collection<Long> ids) {
    List<OdooRecord> records = records(result);
    Set<Long> asked = new HashSet<>(ids);
    if (!records.stream().map(OdooRecord::id).allMatch(asked::contains)) {
      throw no("of records that were asked for");
    }
    return records;
  }

  private OdooRecord record(OdooValue values) {
    if (values.get("id").whole().filter(id -> id > 0).isEmpty()) {
      throw no("a list of records");
    }
    return new OdooRecord(values);
  }

  private <T> List<T> list(OdooValue result, String shape, Function<OdooValue, T> element) {
    List<OdooValue> elements = result.list().orElseThrow(() -> no(shape));
    return elements.stream().map(element).toList();
  }

  /**
   * Reads the answer of {@code load}.
   *
   * @throws OdooBusyException if the load lost against another transaction, which Odoo reports as a
   *     message: nothing was loaded, and the same load may succeed now
   */
  public LoadResult load(OdooValue result) {
    List<LoadResult.Message> messages =
        list(result.get("messages"), "ids and messages", Results::message);
    messages.stream()
        .filter(Results::isSerializationFailure)
        .findFirst()
        .ifPresent(this::throwBusy);
    boolean refused = messages.stream().anyMatch(LoadResult.Message::error);
    return new LoadResult(refused ? List.of() : ids(result.get("ids")), messages);
  }

  /** Odoo gives no name here, only PostgreSQL's text, which it does not translate. */
  private static boolean isSerializationFailure(LoadResult.Message message) {
    return message.text().startsWith("could not serialize access")
        || message.text().startsWith("deadlock detected");
  }

  private void throwBusy(LoadResult.Message lost) {
    throw new OdooBusyException(what + ": " + lost.text().strip(), null, null, null);
  }

  private static LoadResult.Message message(OdooValue message) {
    return new LoadResult.Message(
        text(message.get("type")).equals("error"),
        text(message.get("message")),
        small(message.get("record")),
        message.get("field").text().orElse(null));
  }

  /** Reads the definitions of fields, by name. */
  public Map<String, FieldDefinition> fields(OdooValue result) {
    Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
    map(result, "an object of fields")
        .forEach((name, attributes) -> definitions.put(name, field(name, attributes)));
    return definitions;
  }

  private FieldDefinition field(String name, OdooValue attributes) {
    return new FieldDefinition(
        name,
        attributes.get("type").text().orElseThrow(() -> no("an object of fields with types")),
        text(attributes.get("string")),
        attributes.get("required").flag().orElse(false),
        attributes.get("readonly").flag().orElse(false) && !isOpenInSomeState(attributes),
        attributes.get("relation").text().orElse(null),
        small(attributes.get("digits").get(1)));
  }

  /**
   * Up to Odoo 16 a field that only a draft takes is read-only with exceptions by state, such as
   * {@code {"draft": [["readonly", false]]}}.
   */
  private static boolean isOpenInSomeState(OdooValue attributes) {
    return attributes.get("states").map().stream()
        .flatMap(states -> states.values().stream())
        .flatMap(exceptions -> exceptions.list().stream().flatMap(List::stream))
        .anyMatch(
            exception ->
                exception.get(0).text().filter("readonly"::equals).isPresent()
                    && exception.get(1).flag().filter(readonly -> !readonly).isPresent());
  }

  private static String text(OdooValue value) {
    return value.text().orElse("");
  }

  private static @Nullable Integer small(OdooValue value) {
    return value.whole().filter(n -> n == n.intValue()).map(Long::intValue).orElse(null);
  }

  /** Reads external ids by record; a record that has none is left out. */
  public Map<Long, String> externalIds(OdooValue result, Collection<Long> ids) {
    Map<Long, String> externalIds = new LinkedHashMap<>();
    map(result, "an object of external ids")
        .forEach((id, externalId) -> putExternalId(externalIds, id, externalId));
    if (!new HashSet<>(ids).containsAll(externalIds.keySet())) {
      throw no("of records that were asked for");
    }
    return externalIds;
  }

  private void putExternalId(Map<Long, String> externalIds, String id, OdooValue externalId) {
    String text = externalId.text().orElseThrow(() -> no("an object of external ids"));
    if (!id.matches("[0-9]{1,18}")) {
      throw no("an object of external ids");
    }
    if (!text.isEmpty()) {
      externalIds.put(Long.valueOf(id), text);
    }
  }

  private Map<String, OdooValue> map(OdooValue result, String shape) {
    return result.map().orElseThrow(() -> no(shape));
  }

  /** Reads model and id; the id is {@code false} if the user may not see the record. */
  public Optional<ExternalIdTarget> target(OdooValue result) {
    String model = result.get(0).text().orElseThrow(() -> no("model and id"));
    OdooValue id = result.get(1);
    if (id.flag().filter(visible -> !visible).isPresent()) {
      return Optional.empty();
    }
    return id.whole()
        .filter(whole -> whole > 0)
        .map(whole -> Optional.of(new ExternalIdTarget(model, whole)))
        .orElseThrow(() -> no("model and id"));
  }

  private OdooException no(String shape) {
    return new OdooOutcomeUnknownException(
        what + ": the answer is no result of Odoo's: it should be " + shape, null, null);
  }
}
