package io.odoosync.internal.lead;

import io.odoosync.OdooReference;
import io.odoosync.internal.field.LookupResult;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what travels name in Odoo's CRM. */
public interface CrmNames {

  /**
   * What became of looking up the tags of a travel.
   *
   * @param ids those that are there
   * @param missing those that are not, and will be created
   * @param problem why that is not enough, with the candidates
   */
  record KnownTags(List<Long> ids, Set<String> missing, @Nullable String problem) {
    /** Copies both collections. */
    public KnownTags {
      ids = List.copyOf(ids);
      missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    }
  }

  /** A sales team. */
  LookupResult team(OdooReference reference);

  /** An internal user. */
  LookupResult salesperson(OdooReference reference);

  /** Tags by name. */
  KnownTags tags(List<String> names);

  /** The team of new leads whose travel names none. */
  @Nullable Long defaultTeam();

  /** The salesperson of new leads whose travel names none. */
  @Nullable Long defaultSalesperson();
}
