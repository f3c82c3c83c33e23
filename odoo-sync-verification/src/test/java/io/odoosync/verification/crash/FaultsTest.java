package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.Fault;
import io.odoosync.testkit.Faults;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.verification.odoo.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong on the way to Odoo: in the end it holds what it holds without faults. */
@Tag("more")
class FaultsTest {

  private static final Logger LOG = LoggerFactory.getLogger(FaultsTest.class);

  /** Records that failed under a fault that lasted may sit out some runs. */
  private static final int RUNS_TO_SETTLE = 8;

  private static final int STORMS = 250;
  private static final int RUNS_IN_A_STORM = 2;

  @ParameterizedTest
  @MethodSource("io.odoosync.verification.crash.Server#all")
  void run_anyFaultOnAnyCall_endsAsWithoutFaults(Server server) {
    Calm calm = Calm.of(server);
    List<Case> cases = server.tried(Share.wanted(), cases(calm));
    Findings findings = new Findings();

    IntStream.range(0, cases.size())
        .parallel()
        .forEach(
            i -> {
              Case one = cases.get(i);
              findings.add(one.name, one.run(server.alternating(i), calm.picture));
            });

    LOG.info(
        "Odoo {}: {} faults on {} kinds of calls, duplicates {}, lost {}",
        server,
        cases.size(),
        calm.calls.size(),
        findings.duplicates(),
        findings.lost());
    assertThat(findings.lines()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.odoosync.verification.crash.Server#all")
  void run_anyAnswerTooLate_endsAsWithoutFaults(Server server) {
    Calm calm = Calm.of(server);
    List<String> writes = calm.calls.stream().filter(call -> !RpcName.reads(call)).toList();
    Findings findings = new Findings();

    server.tried(Share.wanted(), writes).parallelStream()
        .forEach(call -> findings.add(call, tooLate(server, call, calm.picture)));

    assertThat(findings.lines()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.odoosync.verification.crash.Server#all")
  void run_randomStorms_endAsWithoutFaults(Server server) {
    Calm calm = Calm.of(server);
    Findings findings = new Findings();

    List<Integer> seeds =
        server.tried(Share.wanted(), IntStream.rangeClosed(1, STORMS).boxed().toList());

    seeds.parallelStream()
        .forEach(
            seed ->
                findings.add(
                    "storm " + seed, storm(server.alternating(seed / 2), seed, calm.picture)));

    LOG.info(
        "Odoo {}: {} runs in {} storms, duplicates {}, lost {}",
        server,
        seeds.size() * RUNS_IN_A_STORM,
        seeds.size(),
        findings.duplicates(),
        findings.lost());
    assertThat(findings.lines()).isEmpty();
  }

  /** What happens without faults. */
  private record Calm(List<String> calls, Picture picture) {
    static Calm of(Server server) {
      try (InProcessOdoo odoo = server.start()) {
        World world = world(server.site(odoo));
        world.run(Life.unending());
        List<String> calls =
            odoo.requests().stream().map(e -> nameOf(e.request())).distinct().toList();
        return new Calm(calls, world.picture());
      }
    }
  }

  private record Case(
      String name, Predicate<OdooRequest> call, BiConsumer<Faults.Where, Fault> how, Fault fault) {

    Findings run(Server server, Picture wanted) {
      return under(
          server, wanted, Weather.PATIENCE, faults -> how.accept(faults.where(call), fault));
    }
  }

  private static List<Case> cases(Calm calm) {
    List<Case> cases = new ArrayList<>();
    for (String call : calm.calls) {
      Weather.faults()
          .forEach(
              (name, fault) -> {
                Predicate<OdooRequest> matching = request -> nameOf(request).equals(call);
                cases.add(new Case(name + " once: " + call, matching, Faults.Where::once, fault));
                if (!RpcName.reads(call)) {
                  cases.add(
                      new Case(
                          name + " each time: " + call, matching, Faults.Where::always, fault));
                }
              });
    }
    return cases;
  }

  private static Findings tooLate(Server server, String call, Picture wanted) {
    Fault late = Fault.slowAnswer(Duration.ofMillis(1_500));
    return under(
        server,
        wanted,
        Duration.ofSeconds(1),
        faults -> faults.where(request -> nameOf(request).equals(call)).once(late));
  }

  private static Findings storm(Server server, int seed, Picture wanted) {
    double probability = 0.05 + 0.35 * new Random(seed).nextDouble();
    Fault[] all = Weather.faults().values().toArray(Fault[]::new);
    try (InProcessOdoo odoo = server.start()) {
      World world =
          World.inhabited(
              server.site(odoo).within(Weather.PATIENCE),
              Stores.inMemory(),
              Workload.marked(Workload.newMark()));
      odoo.faults().everywhere().storm(seed, probability, all);
      return settled(odoo, world, wanted, RUNS_IN_A_STORM);
    }
  }

  private interface Bringing {
    void to(Faults faults);
  }

  private static Findings under(
      Server server, Picture wanted, Duration patience, Bringing trouble) {
    try (InProcessOdoo odoo = server.start()) {
      World world = world(server.site(odoo).within(patience));
      trouble.to(odoo.faults());
      return settled(odoo, world, wanted, 1);
    }
  }

  private static Findings settled(InProcessOdoo odoo, World world, Picture wanted, int runs) {
    for (int run = 0; run < runs; run++) {
      world.run(Life.unending());
    }
    odoo.faults().clear();
    world.settle(wanted, RUNS_TO_SETTLE);
    return world.findings();
  }

  private static World world(OdooSite site) {
    return new World(site, Stores.inMemory(), Workload.marked(Workload.newMark()));
  }

  private static String nameOf(OdooRequest request) {
    return request.model().isEmpty()
        ? (request.path() + " " + request.method()).trim()
        : request.model() + "." + request.method();
  }
}
