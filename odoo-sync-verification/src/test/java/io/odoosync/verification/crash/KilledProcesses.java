package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process of the host at some of the boundaries of a run, each time with new records,
 * starts another one, and looks what became of it.
 */
final class KilledProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(KilledProcesses.class);

  private final OdooSite odoo;
  private final Scenario scenario;
  private final Findings findings = new Findings();

  KilledProcesses(OdooSite odoo, Scenario scenario) {
    this.odoo = odoo;
    this.scenario = scenario;
  }

  private record Undisturbed(List<String> boundaries, Picture picture) {}

  /**
   * Goes through a sample of the boundaries and tells of it in the log.
   *
   * @param sample how many
   */
  Findings run(int sample) {
    Undisturbed undisturbed = undisturbed();
    List<Integer> chosen = choose(undisturbed.boundaries, sample);
    long survived =
        chosen.parallelStream().filter(boundary -> survives(boundary, undisturbed)).count();
    LOG.info(
        "{}, process killed: boundaries enumerated {}, chosen {}, survived {}, duplicates {}, lost {}",
        scenario,
        undisturbed.boundaries.size(),
        chosen.size(),
        survived,
        findings.duplicates(),
        findings.lost());
    return findings;
  }

  /** Three quarters of them where something is written, the rest anywhere else; evenly spread. */
  private static List<Integer> choose(List<String> boundaries, int sample) {
    Predicate<String> writing =
        boundary ->
            boundary.contains("Store.save")
                || (boundary.contains(".") && !boundary.contains("Store") && !readsOnly(boundary));
    List<Integer> chosen = new ArrayList<>(spread(boundaries, writing, sample * 3 / 4));
    chosen.addAll(spread(boundaries, writing.negate(), sample - chosen.size()));
    return chosen;
  }

  private static boolean readsOnly(String boundary) {
    return RpcName.reads(boundary) || boundary.contains("Lock") || boundary.contains("Lease");
  }

  private static List<Integer> spread(
      List<String> boundaries, Predicate<String> which, int number) {
    List<Integer> all =
        IntStream.rangeClosed(1, boundaries.size())
            .filter(boundary -> which.test(boundaries.get(boundary - 1)))
            .boxed()
            .toList();
    return number >= all.size()
        ? all
        : IntStream.range(0, number).mapToObj(i -> all.get(i * all.size() / number)).toList();
  }

  private Undisturbed undisturbed() {
    Place place = new Place();
    place.prepare();
    try (Gate gate = new Gate(odoo.url(), Integer.MAX_VALUE, boundary -> {})) {
      findings.other(complaints("without a kill", place.start(gate).report()));
      Picture picture = place.world.picture();
      place.world.inspect(picture);
      findings.add("without a kill", place.world.findings());
      return new Undisturbed(gate.reached(), picture);
    }
  }

  private boolean survives(int boundary, Undisturbed undisturbed) {
    String name = undisturbed.boundaries.get(boundary - 1);
    Place place = new Place();
    place.prepare();
    place.killAt(boundary);
    Postgres.letLeasesRunOut(place.database);
    place.world.editByHand();
    try (Gate gate = new Gate(odoo.url(), Integer.MAX_VALUE, ignored -> {})) {
      place.world.findings().other(complaints(name, place.start(gate).report()));
    }
    place.world.inspect(undisturbed.picture);
    findings.add(name, place.world.findings());
    return place.world.findings().isEmpty();
  }

  private static List<String> complaints(String when, JsonNode report) {
    return report.path("successful").asBoolean()
        ? List.of()
        : List.of("the process after it did not succeed: " + when + ": " + report);
  }

  /** New records, with a database of their own. */
  private final class Place {
    private final String mark = Workload.newMark();
    private final String database = Postgres.freshSchema(mark);
    private final World world = new World(odoo, Stores.on(database), Workload.marked(mark));

    private void prepare() {
      scenario.prepare(world);
    }

    private NodeProcess start(Gate gate) {
      return NodeProcess.start(odoo.at(gate.url()), database, mark, scenario, true);
    }

    private void killAt(int boundary) {
      CompletableFuture<NodeProcess> node = new CompletableFuture<>();
      try (Gate gate = new Gate(odoo.url(), boundary, name -> node.join().kill())) {
        node.complete(start(gate));
        node.join().await();
        if (gate.reached().size() < boundary) {
          world.findings().other(List.of("was never reached: " + gate.reached()));
        }
      }
    }
  }
}
