package io.odoosync.verification.crash;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.verification.odoo.Share;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a run at every boundary, each time in a new world, and looks what became of it. Which
 * boundaries there are it learns from a run that nothing stops.
 */
final class CrashMatrix {

  private static final Logger LOG = LoggerFactory.getLogger(CrashMatrix.class);

  private final Server server;
  private final Scenario scenario;
  private final Supplier<Stores> stores;
  private final UnaryOperator<OdooSite> sabotage;
  private final Predicate<String> chosen;
  private final Share share;
  private final Findings findings = new Findings();

  /** A matrix of a share of all boundaries. */
  CrashMatrix(Server server, Scenario scenario, Supplier<Stores> stores, Share share) {
    this(server, scenario, stores, site -> site, boundary -> true, share);
  }

  /**
   * A matrix of some boundaries only.
   *
   * @param sabotage what happens to the engine's calls
   * @param chosen which boundaries, by their words
   */
  CrashMatrix(
      Server server,
      Scenario scenario,
      Supplier<Stores> stores,
      UnaryOperator<OdooSite> sabotage,
      Predicate<String> chosen) {
    this(server, scenario, stores, sabotage, chosen, Share.ALL);
  }

  private CrashMatrix(
      Server server,
      Scenario scenario,
      Supplier<Stores> stores,
      UnaryOperator<OdooSite> sabotage,
      Predicate<String> chosen,
      Share share) {
    this.server = server;
    this.scenario = scenario;
    this.stores = stores;
    this.sabotage = sabotage;
    this.chosen = chosen;
    this.share = share;
  }

  /** What one world looks like in the end. */
  private record Undisturbed(
      List<String> boundaries, Picture picture, Map<String, Integer> totals) {}

  /** Goes through all boundaries and tells of them in the log. */
  Findings run() {
    Undisturbed undisturbed = undisturbed();
    List<Integer> boundaries =
        IntStream.rangeClosed(1, undisturbed.boundaries.size())
            .filter(boundary -> chosen.test(undisturbed.boundaries.get(boundary - 1)))
            .boxed()
            .toList();
    List<Integer> tried = server.tried(share, boundaries);
    long survived =
        tried.parallelStream().filter(boundary -> survives(boundary, undisturbed)).count();
    LOG.info(
        "{} on Odoo {}: boundaries enumerated {}, tried {}, survived {}, duplicates {}, lost {}",
        scenario,
        server,
        boundaries.size(),
        tried.size(),
        survived,
        findings.duplicates(),
        findings.lost());
    return findings;
  }

  private Undisturbed undisturbed() {
    try (InProcessOdoo odoo = server.start()) {
      World world = world(odoo);
      scenario.prepare(world);
      CountedLife life = CountedLife.toItsEnd();
      world.run(life);
      Picture picture = world.picture();
      Undisturbed undisturbed = new Undisturbed(life.reached(), picture, totals(odoo));
      world.settle(picture);
      findings.add("without a crash", world.findings());
      return undisturbed;
    }
  }

  private boolean survives(int boundary, Undisturbed undisturbed) {
    String name = undisturbed.boundaries.get(boundary - 1);
    try (InProcessOdoo odoo = server.start()) {
      World world = world(odoo);
      scenario.prepare(world);
      CountedLife life = CountedLife.until(boundary);
      world.run(life);
      world.letLeasesRunOut();
      world.editByHand();
      world.settle(undisturbed.picture);
      world.findings().other(strayed(life, undisturbed.boundaries, server));
      world.findings().duplicates(surplus(undisturbed.totals, totals(odoo)));
      findings.add(name, world.findings());
      return world.findings().isEmpty();
    }
  }

  /**
   * The runs must be alike, or a boundary would be left out without a sound. Of calls that are made
   * at once, now one is ahead and now another.
   */
  private static List<String> strayed(CountedLife life, List<String> undisturbed, Server server) {
    List<String> reached = life.reached();
    for (int i = 0; i < reached.size() && server.callsAtOnce() == 1; i++) {
      if (!reached.get(i).equals(undisturbed.get(i))) {
        return List.of("went another way: " + reached.get(i) + " for " + undisturbed.get(i));
      }
    }
    return life.isOver() ? List.of() : List.of("did not come so far");
  }

  private static List<String> surplus(Map<String, Integer> wanted, Map<String, Integer> actual) {
    return wanted.equals(actual) ? List.of() : List.of("in all " + actual + ", not " + wanted);
  }

  private World world(InProcessOdoo odoo) {
    return World.inhabited(
        sabotage.apply(server.site(odoo)), stores.get(), Workload.marked(Workload.newMark()));
  }

  /** Counts also what carries no mark. */
  private static Map<String, Integer> totals(InProcessOdoo odoo) {
    return Stream.of("res.partner", "crm.lead", "account.move", "account.move.line")
        .collect(Collectors.toMap(model -> model, model -> odoo.records(model).size()));
  }
}
