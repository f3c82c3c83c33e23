package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which fields a model has on the server in use: versions differ, so nothing is assumed.
 *
 * @param byName the definitions by technical name, in the server's order
 * @param open the fields that are taken although the server may call them read-only
 */
public record ModelFields(Map<String, FieldDefinition> byName, Set<String> open) {

  /** Copies the definitions and keeps their order. */
  public ModelFields {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    open = Set.copyOf(open);
  }

  /** Fields that are taken unless the server calls them read-only. */
  public ModelFields(Map<String, FieldDefinition> byName) {
    this(byName, Set.of());
  }

  /** The same, with fields that are taken although they may be called read-only. */
  public ModelFields taking(Collection<String> fields) {
    return new ModelFields(byName, Set.copyOf(fields));
  }

  /** The names of all its fields. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Whether the model has this field. */
  public boolean has(String field) {
    return byName.containsKey(field);
  }

  /** Whether the model has this field, and a record must have a value for it. */
  public boolean isRequired(String field) {
    FieldDefinition definition = byName.get(field);
    return definition != null && definition.required();
  }

  /**
   * Whether the model has this field and the server finds its value out by itself. The server says
   * so by calling it read-only; but it says the same of some fields that its users don't fill in,
   * and that a new record takes: those are known by name ({@link #open}).
   */
  public boolean isDerived(String field) {
    FieldDefinition definition = byName.get(field);
    return definition != null && definition.readonly() && !open.contains(field);
  }

  /** Whether the server takes values for this field. */
  public boolean takes(String field) {
    return has(field) && !isDerived(field);
  }

  /** Those of these fields that the model has. */
  public Set<String> among(Collection<String> fields) {
    return fields.stream().filter(this::has).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values of those fields of a record that were read and that the model has. */
  public FieldValues read(OdooRecord record, Collection<String> fields) {
    FieldValues.Builder values = FieldValues.builder();
    for (String field : fields) {
      if (record.values().has(field)) {
        values.set(field, kind(field).read(record, field));
      }
    }
    return values.build();
  }

  /** How a field is read and compared; a field that is not known is like a short text. */
  public FieldKind kind(String field) {
    FieldDefinition definition = byName.get(field);
    return definition == null ? FieldKind.TEXT : FieldKind.of(definition.type());
  }

  /** Plain text for a field that is text on one version and html on another. */
  public FieldValue richText(String field, FieldValue plain) {
    return kind(field) == FieldKind.HTML && plain instanceof FieldValue.Text text
        ? new FieldValue.Text(Html.paragraphs(text.value()))
        : plain;
  }

  /** The plain text of what {@link #richText} made or Odoo's users wrote. */
  public FieldValue plainText(String field, FieldValue rich) {
    return kind(field) == FieldKind.HTML && rich instanceof FieldValue.Text text
        ? FieldKind.TEXT.parse(Html.text(text.value()))
        : rich;
  }

  /** Whether a record that holds these values holds the wanted ones, however Odoo writes them. */
  public boolean holds(FieldValues held, FieldValues wanted) {
    return wanted.byField().entrySet().stream()
        .allMatch(field -> kind(field.getKey()).same(held.get(field.getKey()), field.getValue()));
  }
}
