package io.odoosync.internal.invoice.einvoice;

import java.util.ArrayList;
import java.util.List;

/** Collects the rules that one invoice breaks, in the order in which they are judged. */
final class Verdict {

  private final List<Violation> violations = new ArrayList<>();

  void broken(Rule rule, String words) {
    Violation violation = new Violation(rule, words);
    if (!violations.contains(violation)) {
      violations.add(violation);
    }
  }

  /** Breaks the rule unless the condition holds. */
  void demand(boolean kept, Rule rule, String words) {
    if (!kept) {
      broken(rule, words);
    }
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }
}
