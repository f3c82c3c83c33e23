package io.odoosync.internal;

import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooClient;
import io.odoosync.plan.ModelFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The fields of a model, asked for as they are named: each once a run. */
final class GrowingFields {

  private final OdooClient client;
  private final String model;
  private final Set<String> asked;
  private ModelFields known;

  GrowingFields(OdooClient client, String model, ModelFields known) {
    this.client = client;
    this.model = model;
    this.known = known;
    this.asked = new HashSet<>(known.byName().keySet());
  }

  ModelFields known() {
    return known;
  }

  void ask(Set<String> fields) {
    Set<String> unknown = new HashSet<>(fields);
    unknown.removeAll(asked);
    if (unknown.isEmpty()) {
      return;
    }
    asked.addAll(unknown);
    Map<String, FieldDefinition> grown = new HashMap<>(known.byName());
    grown.putAll(client.fieldsGet(model, unknown));
    known = new ModelFields(grown);
  }
}
