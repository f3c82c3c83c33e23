package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many records a call, by whichever of Odoo's methods is fast: {@code load} with external ids or
 * {@code create} without; {@code web_save_multi} where there is one; {@code write} for equal
 * values.
 */
final class BatchApi implements HandApi {

  /** As the library creates; see decision 1. */
  private static final Map<String, Object> LOADING =
      Map.of("mode", "update", "noupdate", true, "tz", "UTC");

  private final OdooClient odoo;
  private final HandFacts facts;
  private final Tracking tracking;
  private final boolean loads;
  private final CallCount count;

  /**
   * Begins.
   *
   * @param loads whether it creates with external ids; else without
   */
  BatchApi(OdooClient odoo, HandFacts facts, Tracking tracking, boolean loads) {
    this.count = new CallCount();
    this.odoo = odoo.observedBy(count);
    this.facts = facts;
    this.tracking = tracking;
    this.loads = loads;
  }

  @Override
  public int batch(int largest) {
    return largest;
  }

  @Override
  public List<Long> create(String model, List<HandRecord> records) {
    return loads ? load(model, records) : createAll(model, records);
  }

  private List<Long> load(String model, List<HandRecord> records) {
    List<Map<String, String>> cells = records.stream().flatMap(r -> r.rows().stream()).toList();
    Set<String> columns = new LinkedHashSet<>();
    cells.forEach(row -> columns.addAll(row.keySet()));
    List<List<String>> rows =
        cells.stream()
            .map(row -> columns.stream().map(column -> row.getOrDefault(column, "")).toList())
            .toList();
    LoadResult result = odoo.load(model, List.copyOf(columns), rows, loading());
    if (result.ids().size() != records.size()) {
      throw new IllegalStateException(model + ": " + result.messages());
    }
    return result.ids();
  }

  private Map<String, Object> loading() {
    Map<String, Object> context = new HashMap<>(LOADING);
    if (!tracking.isOn()) {
      context.put(Tracking.CONTEXT, true);
    }
    return context;
  }

  private List<Long> createAll(String model, List<HandRecord> records) {
    MethodCall call =
        MethodCall.of(model, "create")
            .positional("vals_list", records.stream().map(HandRecord::created).toList());
    return odoo.call(tracking.of(call)).asList().stream().map(OdooValue::asWhole).toList();
  }

  @Override
  public boolean update(
      String model, Map<Long, Map<String, @Nullable Object>> values, Set<String> readBack) {
    if (!facts.savesMany()) {
      values.forEach((id, some) -> odoo.call(tracking.of(writing(model, List.of(id), some))));
      return false;
    }
    Set<String> specification = loads ? Set.of() : readBack;
    odoo.call(
        tracking.of(
            MethodCall.of(model, "web_save_multi")
                .ids(values.keySet())
                .positional("vals_list", List.copyOf(values.values()))
                .positional("specification", specified(specification))));
    return !specification.isEmpty();
  }

  private static Map<String, Map<String, Object>> specified(Set<String> fields) {
    return fields.stream()
        .collect(Collectors.toMap(f -> f, f -> Map.of(), (a, b) -> a, LinkedHashMap::new));
  }

  @Override
  public void write(String model, List<Long> ids, Map<String, @Nullable Object> values) {
    odoo.call(writing(model, ids, values));
  }

  private static MethodCall writing(
      String model, List<Long> ids, Map<String, @Nullable Object> values) {
    return MethodCall.of(model, "write").ids(ids).positional("vals", values);
  }

  @Override
  public void call(String model, String method, List<Long> ids) {
    odoo.call(MethodCall.of(model, method).ids(ids));
  }

  @Override
  public long calls() {
    return count.calls();
  }

  @Override
  public void close() {}
}
