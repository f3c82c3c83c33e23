package io.odoosync.internal.exchange;

import io.odoosync.LocalKey;
import io.odoosync.internal.field.LoadTable;
import io.odoosync.internal.field.Mapping;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sends records to Odoo that are to be created, in one call or in several at once. */
final class CreateCalls {

  /** With {@code mode} and {@code noupdate}, existing records are left as they are. */
  private static final Map<String, Object> CONTEXT =
      Map.of("mode", "update", "noupdate", true, "tz", "UTC");

  private final OdooClient client;
  private final Pacing pacing;
  private final FanOut calls;
  private final String namespace;

  CreateCalls(OdooClient client, Pacing pacing, FanOut calls, String namespace) {
    this.client = client;
    this.pacing = pacing;
    this.calls = calls;
    this.namespace = namespace;
  }

  /**
   * A call that was made.
   *
   * @param table what was sent
   * @param done what came of it
   */
  record Made(CreateCall call, LoadTable table, Done<LoadResult> done) {

    /** Whether Odoo answered an id for each record. */
    boolean isComplete() {
      LoadResult result = done.result();
      return result != null && result.ids().size() == call.keys().size();
    }
  }

  /** What of that which waits goes into the next calls. */
  List<List<LocalKey>> next(OdooModel model, List<LocalKey> waiting) {
    return calls.next(waiting, pacing.size(model.type()));
  }

  /**
   * Makes calls.
   *
   * @param mapped what Odoo is to hold of a record
   * @return those that were begun, in their order
   */
  List<Made> make(
      OdooModel model, List<CreateCall> several, Function<LocalKey, Mapping.Mapped> mapped) {
    List<LoadTable> tables = several.stream().map(call -> table(model, call, mapped)).toList();
    List<Integer> numbers = IntStream.range(0, several.size()).boxed().toList();
    List<Done<LoadResult>> done =
        pacing.timedAtOnce(
            model.type(),
            () -> calls.each(numbers, i -> load(model, several.get(i), tables.get(i))));
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      made.add(new Made(several.get(i), tables.get(i), done.get(i)));
    }
    return made;
  }

  private LoadTable table(
      OdooModel model, CreateCall call, Function<LocalKey, Mapping.Mapped> mapped) {
    Map<LocalKey, Mapping.Mapped> records = new LinkedHashMap<>();
    call.keys().forEach(key -> records.put(key, mapped.apply(key)));
    return LoadTable.of(namespace, model.name(), records);
  }

  private LoadResult load(OdooModel model, CreateCall call, LoadTable table) {
    return client.load(model.name(), table.columns(), table.rows(), call.context(CONTEXT));
  }
}
