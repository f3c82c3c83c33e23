package io.odoosync.plan;

import io.odoosync.odoo.FieldDefinition;
import java.util.Map;

/** Which fields a model has on the server in use: versions differ, so nothing is assumed. */
public record ModelFields(Map<String, FieldDefinition> byName) {

  /** Copies the definitions. */
  public ModelFields {
    byName = Map.copyOf(byName);
  }

  /** Whether the model has this field. */
  public boolean has(String field) {
    return byName.containsKey(field);
  }

  /** Whether the model has this field, and a record must have a value for it. */
  boolean isRequired(String field) {
    FieldDefinition definition = byName.get(field);
    return definition != null && definition.required();
  }

  /** Plain text for a field that is text on one version and html on another. */
  FieldValue richText(String field, FieldValue plain) {
    FieldDefinition definition = byName.get(field);
    boolean html = definition != null && definition.type().equals("html");
    return html && plain instanceof FieldValue.Text text
        ? new FieldValue.Text(Html.paragraphs(text.value()))
        : plain;
  }
}
