package io.odoosync.internal.exchange;

import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes to many records. Equal changes go in one {@code write}; different ones in one call where
 * the server has {@code web_save_multi} (Odoo 19 does), which answers what the records hold then,
 * else in one call for each record.
 */
public final class Pusher {

  /** Fewer equal changes among others are not worth a call of their own. */
  private static final int MANY_EQUAL = 10;

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
   * What came of it.
   *
   * @param failures why it failed, for each record for which it did
   * @param held what the others hold now, by id; one that is gone is not among them
   */
  public record Pushed(Map<Long, OdooException> failures, Map<Long, OdooValues> held) {}

  /**
   * Writes, and reads back.
   *
   * @param values what to write, by record; possibly nothing
   * @param names the fields to take as values
   * @param along further fields to read along
   */
  public Pushed push(
      OdooModel model, Map<Long, FieldValues> values, Set<String> names, Set<String> along) {
    Push push = new Push(model, values, names, along);
    return new Pushed(push.make(), push.held());
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
      client.call(
          MethodCall.of(model, "web_save_multi")
              .ids(List.of())
              .positional("vals_list", List.of())
              .positional("specification", Map.of())
              .safeToRepeat());
      return true;
    } catch (OdooRequestException e) {
      return false;
    }
  }

  /** Changes of some records of one model. */
  private final class Push {
    private final OdooModel model;
    private final Map<Long, FieldValues> values;
    private final Set<String> names;
    private final Set<String> along;
    private final Map<Long, OdooException> failures = new HashMap<>();
    private final Map<Long, OdooValues> answered = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    private Push(
        OdooModel model, Map<Long, FieldValues> values, Set<String> names, Set<String> along) {
      this.model = model;
      this.values = values;
      this.names = names;
      this.along = along;
    }

    private Map<Long, OdooException> make() {
      Map<FieldValues, List<Long>> equal = new LinkedHashMap<>();
      values.forEach((id, wanted) -> equal.computeIfAbsent(wanted, v -> new ArrayList<>()).add(id));
      boolean together = equal.size() > 1 && manyAtOnce(model);
      List<Long> different = new ArrayList<>();
      for (List<Long> group : equal.values()) {
        if (group.size() < (together ? MANY_EQUAL : 2)) {
          different.addAll(group);
        } else {
          failures.putAll(changes.make(group, new EqualChange()));
        }
      }
      failures.putAll(changes.make(different, new DifferentChanges(together)));
      return failures;
    }

    /** A later call may have changed what an earlier one answered. */
    private Map<Long, OdooValues> held() {
      Set<Long> done = new TreeSet<>(values.keySet());
      done.removeAll(failures.keySet());
      return calls.get() == 1 && answered.keySet().containsAll(done)
          ? answered
          : reader.read(model, done, names, along);
    }

    private FieldValues wanted(long id) {
      return Objects.requireNonNull(values.get(id));
    }

    private void write(List<Long> ids) {
      calls.incrementAndGet();
      client.write(model.name(), ids, wanted(ids.get(0)).written());
    }

    private void writeEach(List<Long> ids) {
      calls.incrementAndGet();
      Map<Long, Map<String, @Nullable Object>> written = new LinkedHashMap<>();
      ids.forEach(id -> written.put(id, wanted(id).written()));
      List<String> read = OdooReader.fields(names, along);
      for (OdooRecord record : client.writeEach(model.name(), written, read)) {
        answered.put(record.id(), OdooValues.of(record, model.fields(), names));
      }
    }

    private Set<Long> made(List<Long> ids) {
      Set<String> written = new TreeSet<>();
      ids.forEach(id -> written.addAll(wanted(id).byField().keySet()));
      Map<Long, OdooValues> now = reader.read(model, ids, written, Set.of());
      Set<Long> made = new HashSet<>();
      for (Long id : ids) {
        OdooValues there = now.get(id);
        if (there != null && model.fields().holds(there.values(), wanted(id))) {
          made.add(id);
        }
      }
      return made;
    }

    /** The same change of all records. */
    private final class EqualChange implements BatchWrite {
      @Override
      public void make(List<Long> ids) {
        write(ids);
      }

      @Override
      public boolean isMadeAtOnce() {
        return true;
      }

      @Override
      public Set<Long> made(List<Long> ids) {
        return Push.this.made(ids);
      }
    }

    /** A change of its own for each record, with the others or alone. */
    private final class DifferentChanges implements BatchWrite {
      private final boolean together;

      private DifferentChanges(boolean together) {
        this.together = together;
      }

      @Override
      public int most() {
        return together ? Integer.MAX_VALUE : 1;
      }

      @Override
      public boolean isMadeAtOnce() {
        return true;
      }

      @Override
      public void make(List<Long> ids) {
        if (ids.size() == 1) {
          write(ids);
        } else {
          writeEach(ids);
        }
      }

      @Override
      public Set<Long> made(List<Long> ids) {
        return Push.this.made(ids);
      }
    }
  }
}
