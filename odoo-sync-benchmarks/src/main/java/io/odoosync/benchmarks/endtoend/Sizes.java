package io.odoosync.benchmarks.endtoend;

/**
 * How many records a contender brings.
 *
 * @param oneByOne the most of each kind for a contender that sends them one by one
 */
record Sizes(int contacts, int leads, int invoices, int oneByOne) {

  private static final int ONE_PERCENT = 100;

  Sizes {
    if (invoices < 2 || leads < 1 || contacts < Math.max(leads, invoices) || oneByOne < 2) {
      throw new IllegalArgumentException(
          "at least 2 invoices, a lead, 2 one by one, and a contact for each lead and invoice");
    }
  }

  /** What a contender brings that sends one record a call. */
  Sizes ofOneByOne() {
    return new Sizes(
        Math.min(contacts, oneByOne),
        Math.min(leads, oneByOne),
        Math.min(invoices, oneByOne),
        oneByOne);
  }

  /** At least one. */
  int onePercentOfContacts() {
    return Math.max(1, contacts / ONE_PERCENT);
  }
}
