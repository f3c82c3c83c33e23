package io.odoosync.benchmarks.million;

/** What a host does with its contacts, one run each. */
enum Step {
  FIRST_LOAD("first load"),
  IDLE("idle run"),
  IDLE_CHANGES("idle runChanges()"),
  ONE_EACH("one changed here, one there, runChanges()"),
  ONE_PERCENT_CHANGED("1 % changed"),
  ONE_PERCENT_FAILING("1 % failing"),
  ALL_FAILING("all failing");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether only changes are looked for. */
  boolean isOfChanges() {
    return this == IDLE_CHANGES || this == ONE_EACH;
  }
}
