package io.odoosync.internal.exchange;

import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what Odoo holds, all records of a batch in one call, or in as many as are made at once. A
 * search rather than a read, since a read of a record that the user may not see fails for all of
 * them.
 */
public final class OdooReader {

  /** Fewer records are not worth a call besides another one. */
  private static final int LEAST = 50;

  private final OdooClient client;
  private final FanOut calls;

  /**
   * Reads with the calls of one run.
   *
   * @param calls how many are made at once
   */
  public OdooReader(OdooClient client, FanOut calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * Reads records, archived ones too.
   *
   * @param names the fields to take as values
   * @param more further fields to read along
   * @return those that are there and that the user may see, by id
   */
  public Map<Long, OdooValues> read(
      OdooModel model, Collection<Long> ids, Set<String> names, Set<String> more) {
    Map<Long, OdooValues> values = new HashMap<>();
    if (ids.isEmpty()) {
      return values;
    }
    List<String> all = fields(names, more);
    List<List<Long>> parts = calls.divided(List.copyOf(new TreeSet<>(ids)), LEAST);
    for (List<OdooRecord> read :
        calls.all(parts, part -> client.readAmong(model.name(), part, model.ours(), all))) {
      read.forEach(r -> values.put(r.id(), OdooValues.of(r, model.fields(), names)));
    }
    return values;
  }

  /** The fields that are asked for: these, and when a record was created and written. */
  static List<String> fields(Set<String> names, Set<String> more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(more);
    all.add(OdooValues.WRITE_DATE);
    all.add(OdooValues.CREATE_DATE);
    return List.copyOf(all);
  }

  /**
   * Whether a record that a search did not find is there all the same. Asks for a stored field:
   * Odoo gives the id of a record back without looking for it.
   */
  public boolean isHidden(OdooModel model, long id) {
    try {
      return !client.read(model.name(), List.of(id), List.of(OdooValues.CREATE_DATE)).isEmpty();
    } catch (OdooPermissionException e) {
      return true;
    }
  }
}
