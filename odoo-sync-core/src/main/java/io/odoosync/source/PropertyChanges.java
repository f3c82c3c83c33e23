package io.odoosync.source;

import io.odoosync.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the properties in which two versions of a record differ. */
final class PropertyChanges {

  private final List<PropertyChange> found = new ArrayList<>();

  void compare(String property, @Nullable Object before, @Nullable Object after) {
    compare(property, FieldValue.of(before), FieldValue.of(after));
  }

  private void compare(String property, FieldValue before, FieldValue after) {
    if (!before.equals(after)) {
      found.add(new PropertyChange(property, before, after));
    }
  }

  void compareExtra(Map<String, FieldValue> before, Map<String, FieldValue> after) {
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    for (String field : fields) {
      compare("extra." + field, value(before, field), value(after, field));
    }
  }

  private static FieldValue value(Map<String, FieldValue> values, String field) {
    return values.getOrDefault(field, FieldValue.nothing());
  }

  List<PropertyChange> found() {
    return List.copyOf(found);
  }
}
