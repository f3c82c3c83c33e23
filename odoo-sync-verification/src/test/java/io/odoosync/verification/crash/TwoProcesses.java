package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Two processes of one host, started at once, on one database and one Odoo. */
final class TwoProcesses {

  private static final int RUNS_TO_SETTLE = 4;

  private final OdooSite odoo;
  private final String mark = Workload.newMark();
  private final String database = Postgres.freshSchema(mark);
  private final World world;

  TwoProcesses(OdooSite odoo) {
    this.odoo = odoo;
    this.world = new World(odoo, Stores.on(database), Workload.marked(mark));
  }

  /** Lets both run. */
  List<JsonNode> run(boolean locking) {
    try (Gate gate = new Gate(odoo.url(), Integer.MAX_VALUE, boundary -> {})) {
      NodeProcess one = start(gate, locking);
      NodeProcess two = start(gate, locking);
      return List.of(one.report(), two.report());
    }
  }

  private NodeProcess start(Gate gate, boolean locking) {
    return NodeProcess.start(odoo.at(gate.url()), database, mark, Scenario.FIRST_RUN, locking);
  }

  /** What is wrong once all is quiet. */
  Findings settle() {
    world.settle(undisturbed(), RUNS_TO_SETTLE);
    return world.findings();
  }

  private Picture undisturbed() {
    World alone = new World(odoo, Stores.inMemory(), Workload.marked(Workload.newMark()));
    alone.run(Life.unending());
    return alone.picture();
  }
}
