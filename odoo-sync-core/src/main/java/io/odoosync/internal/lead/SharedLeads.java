package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.SharedRecords;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leads that several travels have, because people merged theirs: lost only when all of them are.
 */
final class SharedLeads {

  private final SharedRecords<Travel> shared;

  SharedLeads(RunContext run, TravelSource source) {
    this.shared = new SharedRecords<>(EntityType.TRAVEL, run.links(), source::find);
  }

  /**
   * Which of these leads some travel goes on with.
   *
   * @param leads the leads
   * @param known travels of which it is known that they have these leads
   */
  Set<Long> goingOn(Collection<Long> leads, Map<Long, List<Travel>> known) {
    if (leads.isEmpty()) {
      return Set.of();
    }
    Set<Long> goingOn = new TreeSet<>();
    Map<Long, Collection<Travel>> linked = shared.sharers(leads);
    for (long lead : leads) {
      if (anyGoesOn(known.getOrDefault(lead, List.of()))
          || anyGoesOn(linked.getOrDefault(lead, List.of()))) {
        goingOn.add(lead);
      }
    }
    return goingOn;
  }

  private static boolean anyGoesOn(Collection<Travel> travels) {
    return travels.stream().anyMatch(travel -> travel.state() != TravelState.CANCELLED);
  }
}
