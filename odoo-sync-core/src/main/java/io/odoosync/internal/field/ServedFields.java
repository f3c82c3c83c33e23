package io.odoosync.internal.field;

import io.odoosync.odoo.FieldDefinition;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields that a mapping sets, each with its type on a server, or none where the server does not
 * take it. From run to run it tells a mapping that has changed from a server that has.
 *
 * @param types the types by field; "" for one that is not taken
 */
public record ServedFields(Map<String, String> types) {

  private static final String UNTAKEN = "";

  /** Copies them, in the order of their names. */
  public ServedFields {
    types = new TreeMap<>(types);
  }

  /** What a server makes of these fields. */
  public static ServedFields of(Collection<String> names, ModelFields server) {
    Map<String, String> types = new TreeMap<>();
    names.forEach(name -> types.put(name, type(server, name)));
    return new ServedFields(types);
  }

  private static String type(ModelFields server, String name) {
    FieldDefinition definition = server.byName().get(name);
    return definition == null || !server.takes(name) ? UNTAKEN : definition.type();
  }

  /** Reads what {@link #text()} wrote, or the names alone of fields that were taken. */
  public static ServedFields parse(String text) {
    Map<String, String> types = new TreeMap<>();
    for (String word : text.split(" ", -1)) {
      String[] parts = word.split(":", 2);
      types.put(parts[0], parts.length == 1 ? parts[0] : parts[1]);
    }
    return new ServedFields(types);
  }

  /** The form in which it is remembered. */
  public String text() {
    return types.entrySet().stream()
        .map(field -> field.getKey() + ":" + field.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The fields that this mapping sets and the other one does not know. */
  public Set<String> unknownTo(ServedFields other) {
    Set<String> names = taken();
    names.removeAll(other.types.keySet());
    return names;
  }

  private Set<String> taken() {
    Set<String> names = new TreeSet<>(types.keySet());
    names.removeIf(name -> type(name).equals(UNTAKEN));
    return names;
  }

  private String type(String name) {
    return types.getOrDefault(name, UNTAKEN);
  }

  /** What the server makes of the fields that it made something else of before, in words. */
  public Set<String> changesSince(ServedFields before) {
    Set<String> changes = new TreeSet<>();
    types.forEach(
        (name, type) -> {
          String was = before.types.getOrDefault(name, type);
          if (!was.equals(type) && !was.equals(name)) {
            changes.add(name + " (" + change(was, type) + ")");
          }
        });
    return changes;
  }

  private static String change(String before, String now) {
    if (now.equals(UNTAKEN)) {
      return "not taken any more";
    }
    return before.equals(UNTAKEN) ? "taken again" : before + " before, " + now + " now";
  }
}
