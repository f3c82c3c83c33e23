package io.odoosync.report;

/** What became of one record in one run. Each record that was read has exactly one outcome. */
public sealed interface Outcome {

  /**
   * It was created in Odoo.
   *
   * @param odooId its database id
   */
  record Created(long odooId) implements Outcome {}

  /**
   * It was in Odoo already and was changed there.
   *
   * @param odooId its database id
   */
  record Updated(long odooId) implements Outcome {}

  /**
   * Nothing had to be done.
   *
   * @param odooId its database id
   */
  record Unchanged(long odooId) implements Outcome {}

  /**
   * It could not be synced. It is tried again with the next run.
   *
   * @param reason Odoo's or our words: what, where, why
   * @param advice what somebody can do about it
   */
  record Failed(String reason, String advice) implements Outcome {}

  /**
   * It waits for another record that is not in Odoo. It is tried again with the next run.
   *
   * @param reason which record, and why that is not there
   */
  record Blocked(String reason) implements Outcome {}

  /** It was read, but the run or its stage stopped before it was dealt with. */
  record NotReached() implements Outcome {}
}
