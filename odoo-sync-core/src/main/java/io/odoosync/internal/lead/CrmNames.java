package io.odoosync.internal.lead;

import io.odoosync.OdooReference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what travels name in Odoo's CRM. */
public interface CrmNames {

  /**
   * What became of a search.
   *
   * @param id the record's database id, or {@code null} if it was not found
   * @param problem why not, with the candidates
   */
  record Found(@Nullable Long id, @Nullable String problem) {

    /** It is there. */
    public static Found of(long id) {
      return new Found(id, null);
    }

    /** There is none like it, or more than one. */
    public static Found not(String problem) {
      return new Found(null, problem);
    }
  }

  /**
   * What became of a search for tags.
   *
   * @param ids those that are there
   * @param missing those that are not, and will be created
   * @param problem why that is not enough, with the candidates
   */
  record FoundTags(List<Long> ids, Set<String> missing, @Nullable String problem) {
    /** Copies both collections. */
    public FoundTags {
      ids = List.copyOf(ids);
      missing = Set.copyOf(missing);
    }
  }

  /** A sales team. */
  Found team(OdooReference reference);

  /** An internal user. */
  Found salesperson(OdooReference reference);

  /** Tags by name. */
  FoundTags tags(List<String> names);

  /** The team of new leads whose travel names none. */
  @Nullable Long defaultTeam();

  /** The salesperson of new leads whose travel names none. */
  @Nullable Long defaultSalesperson();
}
