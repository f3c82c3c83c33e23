package io.odoosync.internal.exchange;

import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes different values to many records: in one call where the server has {@code web_save_multi}
 * (Odoo 19 does), else one call for each record.
 */
public final class Pusher {

  /** Records in one call: each takes Odoo some milliseconds. */
  private static final int BATCH_SIZE = 100;

  private final OdooClient client;
  private final BatchWriter changes;
  private final OdooReader reader;
  private @Nullable Boolean manyAtOnce;

  /** Writes with the calls of one run. */
  public Pusher(OdooClient client, BatchWriter changes, OdooReader reader) {
    this.client = client;
    this.changes = changes;
    this.reader = reader;
  }

  /**
   * Writes.
   *
   * @param values what to write, by record; possibly nothing
   * @return why it failed, for each record for which it did
   */
  public Map<Long, OdooException> push(OdooModel model, Map<Long, FieldValues> values) {
    List<Long> ids = List.copyOf(values.keySet());
    int size = ids.size() > 1 && manyAtOnce(model) ? BATCH_SIZE : 1;
    Map<Long, OdooException> failures = new HashMap<>();
    for (int from = 0; from < ids.size(); from += size) {
      List<Long> part = ids.subList(from, Math.min(from + size, ids.size()));
      failures.putAll(changes.make(part, new Writing(model, values)));
    }
    return failures;
  }

  /** Asked once a run, by saving nothing. */
  private boolean manyAtOnce(OdooModel model) {
    if (manyAtOnce == null) {
      manyAtOnce = probe(model.name());
    }
    return manyAtOnce;
  }

  private boolean probe(String model) {
    try {
      client.call(saveMulti(model, List.of(), List.of()).safeToRepeat());
      return true;
    } catch (OdooRequestException e) {
      return false;
    }
  }

  private static MethodCall saveMulti(
      String model, List<Long> ids, List<Map<String, @Nullable Object>> values) {
    return MethodCall.of(model, "web_save_multi")
        .ids(ids)
        .positional("vals_list", values)
        .positional("specification", Map.of());
  }

  private final class Writing implements BatchWrite {
    private final OdooModel model;
    private final Map<Long, FieldValues> values;

    private Writing(OdooModel model, Map<Long, FieldValues> values) {
      this.model = model;
      this.values = values;
    }

    @Override
    public void make(List<Long> ids) {
      if (ids.size() == 1) {
        client.write(model.name(), ids, wanted(ids.get(0)).written());
        return;
      }
      List<Map<String, @Nullable Object>> written = new ArrayList<>();
      ids.forEach(id -> written.add(wanted(id).written()));
      client.call(saveMulti(model.name(), ids, written));
    }

    @Override
    public Set<Long> made(List<Long> ids) {
      Set<String> names = new TreeSet<>();
      ids.forEach(id -> names.addAll(wanted(id).byField().keySet()));
      Map<Long, OdooValues> now = reader.read(model, ids, names, Set.of());
      Set<Long> made = new HashSet<>();
      for (Long id : ids) {
        OdooValues held = now.get(id);
        if (held != null && model.fields().holds(held.values(), wanted(id))) {
          made.add(id);
        }
      }
      return made;
    }

    private FieldValues wanted(long id) {
      return Objects.requireNonNull(values.get(id));
    }
  }
}
