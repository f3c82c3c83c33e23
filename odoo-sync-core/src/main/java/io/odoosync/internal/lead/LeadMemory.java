package io.odoosync.internal.lead;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.Memory;
import io.odoosync.source.TravelState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which leads have been where their travels are, so that one that a person has moved back
 * since is not brought there again. Without it the sync would undo that person's work run by run.
 */
final class LeadMemory {

  private final Memory memory;

  LeadMemory(Memory memory) {
    this.memory = memory;
  }

  /** A lead that is where its travel is, as long as the travel stays in that state. */
  record Arrival(LocalKey travel, long lead, TravelState state) {
    private String value() {
      return state + " " + lead;
    }
  }

  /** Those of these that are remembered. */
  Set<Arrival> known(Collection<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return Set.of();
    }
    Map<String, String> values =
        memory.find(arrivals.stream().map(arrival -> name(arrival.travel())).toList());
    return arrivals.stream()
        .filter(arrival -> arrival.value().equals(values.get(name(arrival.travel()))))
        .collect(Collectors.toSet());
  }

  /** Remembers these, and no earlier state of the same travels. */
  void remember(Collection<Arrival> arrivals) {
    Map<String, String> values = new HashMap<>();
    arrivals.forEach(arrival -> values.put(name(arrival.travel()), arrival.value()));
    memory.save(values);
  }

  /**
   * A lead was merged into another one, and has been there as well as that one has.
   *
   * @param lead the one that is left; {@code null} if it is not known
   */
  void merged(LocalKey travel, @Nullable Long lead) {
    String value = lead == null ? null : memory.find(name(travel)).orElse(null);
    if (value != null) {
      String state = value.substring(0, value.lastIndexOf(' '));
      memory.save(Map.of(name(travel), state + " " + lead));
    }
  }

  /** The name under which it is remembered where a travel's lead has been. */
  static String name(LocalKey travel) {
    return "lead/" + travel;
  }
}
