package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call a record, as most programs do that were written against an RPC client. */
final class OneByOneApi implements HandApi {

  private final CallCount count = new CallCount();
  private final OdooClient odoo;
  private final Tracking tracking;

  OneByOneApi(OdooClient odoo, Tracking tracking) {
    this.tracking = tracking;
    this.odoo = odoo.observedBy(count);
  }

  @Override
  public int batch(int largest) {
    return 1;
  }

  @Override
  public List<Long> create(String model, List<HandRecord> records) {
    return records.stream().map(record -> create(model, record)).toList();
  }

  private long create(String model, HandRecord record) {
    MethodCall call =
        MethodCall.of(model, "create").positional("vals_list", List.of(record.created()));
    OdooValue created = odoo.call(tracking.of(call));
    return created.asList().get(0).asWhole();
  }

  @Override
  public boolean update(
      String model, Map<Long, Map<String, @Nullable Object>> values, Set<String> readBack) {
    values.forEach((id, some) -> odoo.call(tracking.of(writing(model, List.of(id), some))));
    return false;
  }

  @Override
  public void write(String model, List<Long> ids, Map<String, @Nullable Object> values) {
    ids.forEach(id -> odoo.call(writing(model, List.of(id), values)));
  }

  private static MethodCall writing(
      String model, List<Long> ids, Map<String, @Nullable Object> values) {
    return MethodCall.of(model, "write").ids(ids).positional("vals", values);
  }

  @Override
  public void call(String model, String method, List<Long> ids) {
    ids.forEach(id -> odoo.call(MethodCall.of(model, method).ids(List.of(id))));
  }

  @Override
  public long calls() {
    return count.calls();
  }

  @Override
  public void close() {}
}
