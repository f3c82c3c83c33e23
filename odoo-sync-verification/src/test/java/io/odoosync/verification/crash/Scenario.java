package io.odoosync.verification.crash;

/** The runs that are stopped. */
enum Scenario {
  /** The first run ever: all is created. */
  FIRST_RUN {
    @Override
    void prepare(World world) {}
  },
  /** Some records have changed since, some have come. */
  CHANGES {
    @Override
    void prepare(World world) {
      world.run(Life.unending());
      world.host().workload().change();
    }
  };

  /** Brings a fresh world to where the run in question begins. */
  abstract void prepare(World world);
}
