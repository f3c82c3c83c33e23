package io.odoosync.benchmarks.endtoend;

/** What is timed, in the order in which each contender does it. */
enum Scenario {
  CONTACTS_CREATED("contacts created"),
  CONTACTS_UPDATED_ONE_PERCENT("contacts updated, 1 %"),
  CONTACTS_UPDATED("contacts updated, all"),
  LEADS_CREATED("leads created"),
  LEADS_QUALIFIED("leads qualified"),
  LEADS_WON("leads won"),
  INVOICES_CREATED("invoices of 3 lines created"),
  INVOICES_POSTED("invoices posted"),
  IDLE("nothing changed, all compared"),
  CONTACTS_CHANGED("contacts updated, 1 %, by runChanges()"),
  IDLE_CHANGES("nothing changed, by runChanges()");

  private final String words;

  Scenario(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
