package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.internal.exchange.KnownInRun;
import io.odoosync.internal.exchange.KnownServer;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Stages;
import java.util.function.Function;

/**
 * What a run is to do.
 *
 * @param what the same in words, for the log
 * @param brakes what stops it before its first write
 * @param isOfAll whether it deals with all records, and so asks for the fields of their models
 * @param opening opens its stages; again if the server is another one than was known
 */
record Job(String what, Brakes brakes, boolean isOfAll, Function<RunContext, Stages> opening) {

  /** Deals with all records of some kinds. */
  static Job ofAll(String what, Brakes brakes, Function<RunContext, Stages> opening) {
    return new Job(what, brakes, true, opening);
  }

  /** Deals with some records. */
  static Job ofSome(String what, Brakes brakes, Function<RunContext, Stages> opening) {
    return new Job(what, brakes, false, opening);
  }

  /** What it takes from what is known of the server. */
  KnownInRun known(KnownServer server) {
    return isOfAll ? server.forAllRecords() : server.forSomeRecords();
  }
}
