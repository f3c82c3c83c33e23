package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.ModelSchema;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a server makes of its tables at a time.
 *
 * @param gone the models, and methods such as {@code crm.lead.action_set_won}, that clients do not
 *     find
 */
public record Served(OdooRelease release, Schema schema, AccessRights rights, Set<String> gone) {

  public Served {
    gone = Set.copyOf(gone);
  }

  /** All that a release has. */
  public static Served of(OdooRelease release) {
    Schema schema = Schema.of(release);
    return new Served(release, schema, new AccessRights(schema.rights()), Set.of());
  }

  /** The same with another model in place of the one of that name. */
  public Served with(ModelSchema model) {
    Map<String, ModelSchema> models = new HashMap<>(schema.models());
    models.put(model.name(), model);
    Schema other = new Schema(models, schema.records(), schema.users(), schema.rights());
    return new Served(release, other, rights, gone);
  }

  /** The same without a model or method. */
  public Served without(String name) {
    Set<String> all = new HashSet<>(gone);
    all.add(name);
    return new Served(release, schema, rights, all);
  }

  /** The same with a model or method again. */
  public Served withAgain(String name) {
    Set<String> all = new HashSet<>(gone);
    all.remove(name);
    return new Served(release, schema, rights, all);
  }
}
