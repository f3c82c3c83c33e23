package io.odoosync.internal.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Records by id and by what they are called. */
final class NameIndex {

  private final NamedModel model;
  private final List<Map<String, List<NamedRecord>>> byKey = new ArrayList<>();
  private final Map<Long, NamedRecord> byId = new HashMap<>();

  NameIndex(NamedModel model, List<NamedRecord> records) {
    this.model = model;
    for (int key = 0; key < model.keys().size(); key++) {
      byKey.add(new HashMap<>());
    }
    records.forEach(this::add);
  }

  private void add(NamedRecord record) {
    byId.put(record.id(), record);
    for (int key = 0; key < byKey.size(); key++) {
      byKey
          .get(key)
          .computeIfAbsent(folded(record.keys().get(key)), text -> new ArrayList<>())
          .add(record);
    }
  }

  List<NamedRecord> withId(long id) {
    NamedRecord record = byId.get(id);
    return record == null ? List.of() : List.of(record);
  }

  /** The records that are called so, by the first key that fits any. */
  List<NamedRecord> called(String text) {
    return spellings(text)
        .flatMap(spelling -> byKey.stream().map(key -> key.getOrDefault(spelling, List.of())))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** As it is given, then without the blanks around it. */
  private Stream<String> spellings(String text) {
    return text.isBlank() ? Stream.empty() : Stream.of(text, text.strip()).map(this::folded);
  }

  private String folded(String text) {
    return model.anyCase() ? text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : text;
  }
}
