package io.odoosync.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.verification.odoo.Share;
import io.odoosync.verification.schema.VanishMatrix.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each field, model, method and value that the engine names in a run vanishes, one at a time. What
 * is tried is found out from the requests of a run. {@code ./mvnw verify} tries some, on each
 * release others; {@code -Dtest.share=1/1} tries all, which takes minutes.
 */
@Tag("more")
class VanishTest {

  private static final List<OdooRelease> RELEASES = List.of(OdooRelease.values());
  private static final Logger LOG = LoggerFactory.getLogger(VanishTest.class);

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void runAll_somethingVanishes_writesNothingWrongAndSaysIt(OdooRelease release) throws Exception {
    VanishMatrix matrix = new VanishMatrix(release);
    List<Mutation> tried =
        Share.wanted().of(matrix.mutations(), RELEASES.indexOf(release), RELEASES.size());
    Map<String, Integer> figures = new ConcurrentSkipListMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<List<String>>> worlds = new ArrayList<>();
      tried.forEach(mutation -> worlds.add(pool.submit(() -> tried(matrix, mutation, figures))));
      List<String> findings = new ArrayList<>();
      for (Future<List<String>> world : worlds) {
        findings.addAll(world.get());
      }
      LOG.info("{}: {} vanished: {}", release, tried.size(), figures);
      assertThat(findings).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<String> tried(
      VanishMatrix matrix, Mutation mutation, Map<String, Integer> figures) {
    List<String> findings = new ArrayList<>();
    Outcome outcome = matrix.tried(mutation, findings);
    figures.merge(mutation.kind() + " " + outcome, 1, Integer::sum);
    return findings;
  }
}
