package io.odoosync.verification.crash;

import java.util.ArrayList;
import java.util.List;

/** What was wrong with a world in the end, or with many of them. */
final class Findings {

  private int duplicates;
  private int lost;
  private final List<String> all = new ArrayList<>();

  /** Records in Odoo that should not be there. */
  synchronized void duplicates(List<String> records) {
    duplicates += records.size();
    records.forEach(record -> all.add("DUPLICATE " + record));
  }

  /** Records and values that should be in Odoo, links that should be in the store. */
  synchronized void lost(List<String> records) {
    lost += records.size();
    records.forEach(record -> all.add("LOST " + record));
  }

  /** Anything else. */
  synchronized void other(List<String> faults) {
    all.addAll(faults);
  }

  /** Takes over what was found in one of many worlds. */
  synchronized void add(String world, Findings found) {
    duplicates += found.duplicates;
    lost += found.lost;
    found.all.forEach(line -> all.add(world + ": " + line));
  }

  synchronized int duplicates() {
    return duplicates;
  }

  synchronized int lost() {
    return lost;
  }

  synchronized boolean isEmpty() {
    return all.isEmpty();
  }

  synchronized List<String> lines() {
    return List.copyOf(all);
  }
}
