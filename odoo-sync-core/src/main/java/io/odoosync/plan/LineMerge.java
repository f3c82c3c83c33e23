package io.odoosync.plan;

import java.util.Optional;

/** Merges the changes that two people made to one text, line by line. */
final class LineMerge {

  private LineMerge() {}

  static Optional<String> merge(String base, String ours, String theirs) {
    return Optional.empty();
  }
}
