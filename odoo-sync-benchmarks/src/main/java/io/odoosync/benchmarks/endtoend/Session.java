package io.odoosync.benchmarks.endtoend;

/** A contender at work on records of its own. Scenarios come in the order of the enum. */
interface Session extends AutoCloseable {

  /** Does what a scenario needs that is not timed. */
  default void prepare(Scenario scenario) {}

  /**
   * Does a scenario, timed.
   *
   * @return how many records it was about; 0 if this contender has no such thing
   * @throws IllegalStateException if not all of them are as they should be
   */
  int run(Scenario scenario);

  /** How many calls it has made so far; 0 if it can't tell. */
  default long calls() {
    return 0;
  }

  @Override
  void close();
}
