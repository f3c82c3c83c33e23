package io.odoosync.verification.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of what Odoo wrote is listed, look after look. */
class LookTest {

  private static final Duration BEYOND_OVERLAP = Duration.ofMinutes(3);

  /** Some bytes less than a record that is listed has. */
  private static final long OF_A_RECORD = 50;

  private static final long NOTHING = "[]".length();

  private final World world =
      new World(OdooRelease.V19, Duration.ofHours(-5), ConflictPolicy.odooWins(), true);

  @AfterEach
  void close() {
    world.close();
  }

  private void put(int from, int to) {
    for (int i = from; i < to; i++) {
      world.put(Contact.builder(key(i)).name("Teacher " + i).build());
    }
  }

  private static LocalKey key(int number) {
    return LocalKey.of("teacher", String.valueOf(number));
  }

  private long listed() {
    return world.bytesListed("res.partner", this::runChanges);
  }

  private void runChanges() {
    SyncReport report = world.runChanges();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  /** Nothing else is written in Odoo meanwhile. */
  @Test
  void runChanges_longAfterTheLastWrite_listsNothing() {
    put(0, 30);
    world.runAll();
    long all = listed();
    assertThat(all).isGreaterThan(30 * OF_A_RECORD);

    world.pass(BEYOND_OVERLAP);

    assertThat(listed()).as("a slow transaction may have come to its end").isEqualTo(all);
    assertThat(listed()).isEqualTo(NOTHING);
    assertThat(listed()).isEqualTo(NOTHING);
  }

  @Test
  void runChanges_soonAfterTheLastWrite_listsItAgain() {
    put(0, 30);
    world.runAll();
    long all = listed();

    world.pass(Duration.ofMinutes(1));
    listed();

    assertThat(listed()).isEqualTo(all);
  }

  /** It began before what was listed last was written. */
  @Test
  void runChanges_slowTransactionWhenNothingElseIsWritten_isFound() {
    put(0, 30);
    world.runAll();
    world.pass(BEYOND_OVERLAP);
    world.runChanges();
    world.runChanges();
    world.pass(Duration.ofMinutes(2));

    world.edit("res.partner", key(7), Map.of("city", "Lille"), Duration.ofSeconds(119));
    world.runChanges();

    assertThat(world.contact(key(7)).orElseThrow().address().city()).isEqualTo("Lille");
  }

  /** Those on the first page were written long before the last. */
  @Test
  void runChanges_severalPages_goesOnFromTheLastOfAll() {
    world.allowAnswersOf(64 * 1024);
    put(0, 400);
    world.runAll();
    world.pass(Duration.ofHours(1));
    put(400, 420);
    world.runAll();
    assertThat(listed()).isGreaterThan(420 * OF_A_RECORD);

    assertThat(listed()).isLessThan(200 * OF_A_RECORD);
  }
}
