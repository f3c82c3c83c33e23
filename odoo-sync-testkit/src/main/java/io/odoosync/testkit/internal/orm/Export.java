package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.schema.FieldType;
import java.util.List;

/** {@code export_data}: the records as rows of text. */
final class Export {
  private final Model model;

  Export(Model model) {
    this.model = model;
  }

  List<List<Object>> rows(List<Integer> ids, List<String> paths) {
    return ids.stream()
        .map(id -> paths.stream().map(path -> cell(model, id, path)).toList())
        .toList();
  }

  private static Object cell(Model model, int id, String path) {
    return switch (path) {
      case "id" -> model.env().externalIds().of(model.name(), id);
      case ".id" -> "" + id;
      default -> value(model, id, path);
    };
  }

  private static Object value(Model model, int id, String path) {
    int slash = path.indexOf('/');
    String field = slash < 0 ? path : path.substring(0, slash);
    Object value = model.get(id, field);
    String relation = model.schema().field(field).map(known -> known.relation()).orElse("");
    if (relation.isEmpty()) {
      return plain(model, field, value);
    }
    Model other = model.env().model(relation);
    String rest = slash < 0 ? "display_name" : path.substring(slash + 1);
    return Python.ids(value).stream().findFirst().map(next -> cell(other, next, rest)).orElse("");
  }

  private static Object plain(Model model, String field, Object value) {
    boolean time =
        model.schema().field(field).map(known -> known.type() == FieldType.DATETIME).orElse(false);
    if (time && value instanceof String text) {
      return Moments.seconds(text);
    }
    return Boolean.FALSE.equals(value) ? "" : value;
  }
}
