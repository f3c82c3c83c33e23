package io.odoosync.internal.stage;

import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what Odoo holds, all records of a batch in one call. A search rather than a read, since a
 * read of a record that the user may not see fails for all of them.
 */
final class OdooReader {

  private final OdooClient client;

  OdooReader(OdooClient client) {
    this.client = client;
  }

  /**
   * Reads records, archived ones too.
   *
   * @return those that are there and that the user may see, by id
   */
  Map<Long, OdooValues> read(RecordKind<?> kind, Collection<Long> ids, Set<String> names) {
    Map<Long, OdooValues> values = new HashMap<>();
    ModelFields definitions = kind.fields();
    for (OdooRecord record : records(kind, ids, withWriteDate(names))) {
      values.put(record.id(), OdooValues.of(record, definitions, names));
    }
    return values;
  }

  /** Which of these records are there, and visible to the user. */
  Set<Long> present(RecordKind<?> kind, Collection<Long> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(client.search(kind.type().model(), among(kind, ids), page(ids)));
  }

  /**
   * Whether a record that a search did not find is there all the same. Asks for a stored field:
   * Odoo gives the id of a record back without looking for it.
   */
  boolean isHidden(RecordKind<?> kind, long id) {
    try {
      return !client.read(kind.type().model(), List.of(id), List.of("create_date")).isEmpty();
    } catch (OdooPermissionException e) {
      return true;
    }
  }

  private List<OdooRecord> records(RecordKind<?> kind, Collection<Long> ids, List<String> names) {
    return ids.isEmpty()
        ? List.of()
        : client.searchRead(kind.type().model(), among(kind, ids), names, page(ids));
  }

  private static Domain among(RecordKind<?> kind, Collection<Long> ids) {
    return Domain.field("id").isIn(new TreeSet<>(ids)).and(Existing.domain(kind.type()));
  }

  private static Page page(Collection<Long> ids) {
    return Page.first(ids.size()).orderedBy("id");
  }

  private static List<String> withWriteDate(Set<String> names) {
    List<String> all = new ArrayList<>(new TreeSet<>(names));
    all.add(OdooValues.WRITE_DATE);
    return all;
  }
}
