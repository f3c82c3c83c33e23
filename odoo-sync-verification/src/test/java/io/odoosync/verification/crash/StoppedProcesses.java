package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.odoosync.report.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the processor from a process of the host for longer than its lease, at some of the
 * boundaries of a run at which nothing of its own is on the way. Meanwhile another node does all
 * that is to be done. Then the first one wakes, and must not write.
 */
final class StoppedProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(StoppedProcesses.class);

  private static final Duration LEASE = Duration.ofSeconds(2);

  private final OdooSite odoo;
  private final Scenario scenario;
  private final Findings findings = new Findings();
  private final AtomicInteger lost = new AtomicInteger();

  StoppedProcesses(OdooSite odoo, Scenario scenario) {
    this.odoo = odoo;
    this.scenario = scenario;
  }

  /**
   * Goes through a sample of the boundaries and tells of it in the log.
   *
   * @param sample how many
   */
  Findings run(int sample) {
    Place undisturbed = new Place();
    List<Integer> quiet = quiet(undisturbed.reached());
    Picture picture = undisturbed.world.picture();
    List<Integer> chosen =
        IntStream.range(0, sample).mapToObj(i -> quiet.get(i * quiet.size() / sample)).toList();
    chosen.parallelStream().forEach(boundary -> stand(boundary, picture));
    LOG.info(
        "{}, process stopped beyond its lease: boundaries {}, chosen {}, noticed {}, duplicates {},"
            + " lost {}",
        scenario,
        quiet.size(),
        chosen.size(),
        lost,
        findings.duplicates(),
        findings.lost());
    return findings;
  }

  /** How many of the processes found that they had lost their lock. */
  int noticed() {
    return lost.get();
  }

  /** Where the process waits for a store or for the answer of a call that is done. */
  private static List<Integer> quiet(List<String> boundaries) {
    return IntStream.rangeClosed(1, boundaries.size())
        .filter(number -> isQuiet(boundaries.get(number - 1)))
        .boxed()
        .toList();
  }

  private static boolean isQuiet(String boundary) {
    return boundary.contains("Store.") || boundary.contains("done, not answered");
  }

  /**
   * Stops one process. What it was about to write to a store when it was stopped it writes when it
   * wakes: a link may say again that its record is only intended, so that the next run has to ask.
   */
  private void stand(int boundary, Picture picture) {
    Place place = new Place();
    CompletableFuture<NodeProcess> node = new CompletableFuture<>();
    try (Gate gate = Gate.pausing(odoo.url(), boundary, name -> place.takeOver(node.join()))) {
      node.complete(place.start(gate));
      JsonNode report = node.join().report();
      place.world.findings().other(late(gate.reached(), boundary));
      if (report.toString().contains("lost its lock")) {
        lost.incrementAndGet();
      }
    }
    place.runElsewhere();
    place.world.inspect(picture);
    findings.add("stopped at " + boundary, place.world.findings());
  }

  private static List<String> late(List<String> reached, int boundary) {
    List<String> late = new ArrayList<>();
    for (String name : reached.subList(Math.min(boundary, reached.size()), reached.size())) {
      boolean ofHost = name.contains("Store.") || name.contains("Lock") || name.contains("Lease");
      if (name.contains("before ") && !ofHost && !RpcName.reads(name)) {
        late.add("written after the lease was over: " + name);
      }
    }
    return late;
  }

  /** New records, with a database of their own. */
  private final class Place {
    private final String mark = Workload.newMark();
    private final String database = Postgres.freshSchema(mark);
    private final World world = new World(odoo, Stores.on(database), Workload.marked(mark));

    private Place() {
      scenario.prepare(world);
    }

    private NodeProcess start(Gate gate) {
      return NodeProcess.start(odoo.at(gate.url()), database, mark, scenario, true, LEASE);
    }

    private List<String> reached() {
      try (Gate gate = new Gate(odoo.url(), Integer.MAX_VALUE, boundary -> {})) {
        JsonNode report = start(gate).report();
        if (!report.path("successful").asBoolean()) {
          findings.other(List.of("undisturbed: " + report));
        }
        return gate.reached();
      }
    }

    private void takeOver(NodeProcess stopped) {
      stopped.standStill(LEASE, this::runElsewhere);
    }

    /** Another node asks until the lease is over. */
    private void runElsewhere() {
      RunStatus status;
      do {
        status = world.host().run(Life.unending()).status();
      } while (status == RunStatus.ALREADY_RUNNING);
    }
  }
}
