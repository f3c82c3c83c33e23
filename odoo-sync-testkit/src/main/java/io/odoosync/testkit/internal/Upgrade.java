package io.odoosync.testkit.internal;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Row;
import io.odoosync.testkit.internal.orm.Served;
import io.odoosync.testkit.internal.orm.Table;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import io.odoosync.testkit.internal.schema.ModelSchema;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes tables of one release those of another, row by row, without an edit of anybody's. */
final class Upgrade {
  /** Fields that go on under another name. */
  private static final Map<String, String> RENAMED =
      Map.of("lost_reason", "lost_reason_id", "reversal_move_id", "reversal_move_ids");

  private static final String NAME = "name";
  private static final String CODE = "code";

  private final Env env;
  private final Schema before;

  Upgrade(Env env) {
    this.env = env;
    this.before = env.registry().schema();
  }

  int to(Schema after, OdooRelease release) {
    env.registry().serve(served -> Served.of(release));
    after
        .models()
        .values()
        .forEach(
            model ->
                upgrade(
                    model,
                    Optional.ofNullable(before.models().get(model.name())),
                    masters(after, model)));
    after.models().keySet().forEach(this::tell);
    return after.models().size();
  }

  private static List<Map<String, Object>> masters(Schema after, ModelSchema model) {
    return after.records().getOrDefault(model.name(), List.of());
  }

  private void upgrade(
      ModelSchema after, Optional<ModelSchema> known, List<Map<String, Object>> masters) {
    Table table = env.registry().database().table(after.name());
    if (known.isEmpty()) {
      return;
    }
    Set<String> lost = new TreeSet<>(known.get().fields().keySet());
    lost.removeAll(after.fields().keySet());
    Set<String> added = new TreeSet<>(after.fields().keySet());
    added.removeAll(known.get().fields().keySet());
    for (Row row : List.copyOf(table.rows())) {
      lose(table, row, lost, after);
      gain(table, row, added, after, master(after.name(), row, masters));
      known.get().all().forEach(field -> convert(table, row, field, after));
    }
  }

  private static void lose(Table table, Row row, Set<String> lost, ModelSchema after) {
    for (String field : lost) {
      String next = RENAMED.getOrDefault(field, "");
      if (after.has(next)) {
        table.put(row.id(), next, row.get(field));
      }
      table.put(row.id(), field, false);
    }
  }

  /** New fields have what the release gives to a record that it brings itself, else the default. */
  private static void gain(
      Table table, Row row, Set<String> added, ModelSchema after, Map<String, Object> master) {
    for (String name : added) {
      boolean plain = after.field(name).stream().noneMatch(field -> field.type().isRelational());
      Object value = plain ? master.getOrDefault(name, after.defaults().get(name)) : null;
      if (value != null && Boolean.FALSE.equals(row.get(name))) {
        table.put(row.id(), name, value);
      }
    }
  }

  private Map<String, Object> master(String model, Row row, List<Map<String, Object>> masters) {
    String own = localName(env.externalIds().of(model, row.id()));
    return masters.stream()
        .filter(master -> !own.isEmpty() && own.equals(localName(master.get("xid"))))
        .findFirst()
        .or(() -> masters.stream().filter(master -> isNamed(master, row)).findFirst())
        .orElse(Map.of());
  }

  private static boolean isNamed(Map<String, Object> master, Row row) {
    String key = master.containsKey(CODE) ? CODE : NAME;
    return master.containsKey(key) && row.get(key).equals(master.get(key));
  }

  private static String localName(@Nullable Object externalId) {
    return externalId instanceof String id ? id.substring(id.indexOf('.') + 1) : "";
  }

  private static void convert(Table table, Row row, Field from, ModelSchema after) {
    Object value = row.get(from.name());
    Optional<Field> to = after.field(from.name());
    if (to.isEmpty()) {
      return;
    }
    if (from.type() != to.get().type()) {
      table.put(row.id(), from.name(), converted(value, from.type(), to.get().type()));
    } else if (to.get().required() && Boolean.FALSE.equals(value)) {
      Map<String, Object> defaults = new LinkedHashMap<>(after.defaults());
      defaults.put("display_type", "product");
      table.put(row.id(), from.name(), defaults.getOrDefault(from.name(), false));
    }
  }

  private static Object converted(Object value, FieldType from, FieldType to) {
    if (to == FieldType.HTML && value instanceof String text) {
      return text.isBlank() || text.startsWith("<") ? text : markedUp(text);
    }
    return from.isText() && to.isText() ? value : false;
  }

  private static String markedUp(String text) {
    return "<p>"
        + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        + "</p>";
  }

  /** What the release derives from other fields is derived anew. */
  private void tell(String name) {
    Model model = env.model(name);
    List.copyOf(model.table().rows()).forEach(row -> model.behavior().upgraded(env, row.id()));
  }
}
