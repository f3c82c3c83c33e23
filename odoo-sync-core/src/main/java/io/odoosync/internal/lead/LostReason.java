package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.field.LeftOut;
import io.odoosync.internal.field.ModelFields;
import java.util.List;
import java.util.Optional;

/** Why a lead was lost, as a server keeps it. */
final class LostReason {

  /** The names that releases have for the field, newest first. */
  static final List<String> FIELDS = List.of("lost_reason_id", "lost_reason");

  private LostReason() {}

  /** The field's name on a server; nothing if it keeps no reasons, or shows them to others only. */
  static Optional<String> field(ModelFields fields) {
    return FIELDS.stream().filter(fields::has).findFirst();
  }

  /** What is to be said where leads are lost without a reason. */
  static LeftOut leftOut() {
    return new LeftOut(EntityType.TRAVEL.model(), FIELDS.get(0), LeftOut.Why.ABSENT);
  }
}
