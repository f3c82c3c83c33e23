package io.odoosync.internal.lead;

import io.odoosync.OdooReference;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Odoo with the team Europe (4), the salesperson anna@example.com (5) and the tag school (6).
 */
record FakeNames(@Nullable Long defaultTeam, @Nullable Long defaultSalesperson, boolean createsTags)
    implements CrmNames {

  @Override
  public LookupResult team(OdooReference reference) {
    return find(reference, "Europe", 4);
  }

  @Override
  public LookupResult salesperson(OdooReference reference) {
    return find(reference, "anna@example.com", 5);
  }

  private static LookupResult find(OdooReference reference, String name, long id) {
    return reference.equals(OdooReference.name(name))
        ? new LookupResult.Unique(new NamedRecord(id, List.of(name), name))
        : new LookupResult.Unknown("no " + reference);
  }

  @Override
  public KnownTags tags(List<String> names) {
    Set<String> missing = new HashSet<>(names);
    List<Long> ids = missing.remove("school") ? List.of(6L) : List.of();
    return new KnownTags(
        ids, missing, createsTags || missing.isEmpty() ? null : "no tags " + missing);
  }
}
