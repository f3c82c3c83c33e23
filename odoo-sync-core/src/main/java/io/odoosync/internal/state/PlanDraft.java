package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan that is being made. */
public final class PlanDraft {

  private final List<PlannedRecord> records = new ArrayList<>();
  private final Set<LocalKey> newContacts = new HashSet<>();
  private final Map<LocalKey, String> contactsNotDone = new HashMap<>();
  private long unchanged;

  /**
   * Adds what is done about a record.
   *
   * @param planned {@code null} if nothing
   */
  public void add(EntityType type, LocalKey key, @Nullable PlannedRecord planned) {
    if (planned == null) {
      unchanged++;
    } else {
      add(planned);
    }
  }

  public void add(PlannedRecord planned) {
    records.add(planned);
    if (planned.type() == EntityType.CONTACT && planned.action() == Action.CREATE) {
      newContacts.add(planned.key());
    } else if (planned.type() == EntityType.CONTACT && planned.reason() != null) {
      contactsNotDone.put(planned.key(), planned.reason());
    }
  }

  /** Contacts that are planned to be created. */
  public Set<LocalKey> newContacts() {
    return newContacts;
  }

  /** Why contacts are not synced. */
  public Map<LocalKey, String> contactsNotDone() {
    return contactsNotDone;
  }

  public List<PlannedRecord> records() {
    return records;
  }

  public long unchanged() {
    return unchanged;
  }
}
