package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.StoredApiKeys;
import io.odoosync.report.ApiKeyExpiry;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import io.odoosync.testkit.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is renewed before it ends, and a crash at any point leaves one that works. */
@ParameterizedClass
@EnumSource(
    value = OdooRelease.class,
    names = {"V19", "V20"})
class ApiKeyRenewalTest extends EngineSuite {

  private static final Duration BEFORE = Duration.ofDays(14);

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Instant end = clock.instant().plus(Duration.ofDays(20));
  private final Instant newEnd = clock.instant().plus(Duration.ofDays(98).minusHours(1));
  private final InProcessOdoo server;
  private final OdooUnderTest odoo;
  private final Administrator administrator = new Administrator();
  private final Vault vault = new Vault();

  ApiKeyRenewalTest(OdooRelease release) {
    this.server = started(release);
    this.odoo = OdooUnderTest.of(server);
  }

  private InProcessOdoo started(OdooRelease release) {
    return InProcessOdoo.builder(release)
        .clock(clock)
        .apiKeyEnd(end)
        .programmaticApiKeys(true)
        .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  @Override
  OdooClient client() {
    return OdooClient.connect(odoo.connection().apiKeys(vault).build());
  }

  /** As after a start of the application. */
  private SyncEngine engine() {
    return engine(SchoolTravel.of(2), client())
        .clock(clock)
        .notifier(administrator)
        .renewApiKey(BEFORE)
        .build();
  }

  private void keyEndsSoon() {
    clock.pass(Duration.ofDays(8));
  }

  private StoredApiKeys stored() {
    return vault.find().orElseThrow();
  }

  private List<StoredRecord> keys() {
    return server.records("res.users.apikeys").stream()
        .filter(key -> key.text("name").startsWith("odoo-sync " + namespace()))
        .toList();
  }

  private void assertRefused(String key) {
    OdooClient old = OdooClient.connect(odoo.connection().apiKey(key).build());
    assertThatThrownBy(old::verify).isInstanceOf(OdooAuthenticationException.class);
  }

  private void assertRenewed() {
    assertThat(stored().current()).hasSize(40).isNotEqualTo(server.apiKey());
    assertThat(stored().superseded()).isNull();
    assertRefused(server.apiKey());
    client().verify();
  }

  @Test
  void runAll_keyEndsLater_isLeftAsItIs() {
    assertThat(engine().runAll().isSuccessful()).isTrue();

    assertThat(vault.find()).isEmpty();
    assertThat(keys()).isEmpty();
  }

  @Test
  void runAll_keyEndsSoon_isRenewedStoredAndTheOldOneRevoked() {
    keyEndsSoon();

    SyncReport report = engine().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.apiKeyWarning()).isNull();
    assertThat(report.apiKey()).isEqualTo(new ApiKeyExpiry(newEnd, 89, 1));
    assertRenewed();
    assertThat(keys()).hasSize(1);
    assertThat(administrator.heard()).isEmpty();
  }

  @Test
  void runAll_renewedBefore_isRenewedWhenTheNewOneEndsSoon() {
    keyEndsSoon();
    SyncEngine engine = engine();
    engine.runAll();
    String second = stored().current();
    engine.runAll();
    assertThat(stored().current()).isEqualTo(second);

    clock.pass(Duration.ofDays(80));
    assertThat(engine.runAll().isSuccessful()).isTrue();

    assertThat(stored().current()).isNotEqualTo(second);
    assertRefused(second);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void runAll_crashBetweenGeneratedAndStored_oldKeyWorksAndTheNextRunRenews() {
    keyEndsSoon();
    vault.crashBefore(1);
    assertThat(engine().runAll().status()).isEqualTo(RunStatus.STOPPED);
    assertThat(vault.find()).isEmpty();
    clock.pass(Duration.ofSeconds(1));

    assertThat(engine().runAll().isSuccessful()).isTrue();

    assertRenewed();
    assertThat(keys()).as("of the lost one nobody has the secret").hasSize(2);
  }

  @Test
  void runAll_crashBetweenStoredAndRevoked_oldKeyIsRevokedByTheNextRun() {
    keyEndsSoon();
    vault.crashAfter(1);
    assertThat(engine().runAll().status()).isEqualTo(RunStatus.STOPPED);
    String fresh = stored().current();
    assertThat(stored().superseded()).isEqualTo(server.apiKey());

    assertThat(engine().runAll().isSuccessful()).isTrue();

    assertThat(stored().current()).isEqualTo(fresh);
    assertRenewed();
    assertThat(keys()).hasSize(1);
  }

  @Test
  void runAll_crashBetweenRevokedAndForgotten_nextRunForgetsIt() {
    keyEndsSoon();
    vault.crashBefore(2);
    assertThat(engine().runAll().status()).isEqualTo(RunStatus.STOPPED);
    assertRefused(server.apiKey());

    assertThat(engine().runAll().isSuccessful()).isTrue();

    assertRenewed();
  }

  static Stream<Fault> lostAnswers() {
    return Stream.of(Fault.closeAfterCommit(), Fault.truncatedBody(), Fault.htmlBody());
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void runAll_answerOfGenerateLost_runGoesOnAndALaterOneRenews(Fault fault) {
    keyEndsSoon();
    server.faults().on("res.users.apikeys", "generate").once(fault);
    SyncEngine engine = engine();

    SyncReport report = engine.runAll();
    clock.pass(Duration.ofHours(2));
    engine.runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(cause(report)).isEqualTo(FailureCause.UNKNOWN_OUTCOME);
    assertThat(report.apiKeyWarning()).asString().doesNotContainPattern("[0-9a-f]{12}");
    assertRenewed();
  }

  @Test
  void runAll_oldKeyCanNotBeRevoked_isSaidAndDoneLater() {
    keyEndsSoon();
    server.faults().on("res.users.apikeys", "revoke").always(Fault.closeBefore());
    SyncEngine engine = engine();

    assertThat(engine.runAll().isSuccessful()).isTrue();
    SyncReport report = engine.runAll();
    assertThat(report.apiKeyWarning()).asString().contains("the old one can't be revoked yet");
    assertThat(stored().superseded()).isEqualTo(server.apiKey());
    server.faults().clear();
    clock.pass(Duration.ofHours(2));
    engine.runAll();

    assertRenewed();
  }

  @Test
  void runAll_storeFails_oldKeyStaysAndNobodySeesTheNewOne() {
    keyEndsSoon();
    vault.isBroken(true);
    SyncEngine engine = engine();

    SyncReport report = engine.runAll();
    engine.runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(cause(report)).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(report.apiKeyWarning()).asString().contains("save threw", "Mend the ApiKeyStore");
    assertThat(keys()).as("revoked, since nobody has it").isEmpty();
    assertThat(administrator.heard()).hasSize(1);
    assertThat(log.find(SyncLogQuery.all()))
        .extracting(SyncLogEntry::message)
        .noneMatch(ApiKeyRenewalTest::isKey);
    assertThat(isKey(report.toJson())).isFalse();
    clock.pass(Duration.ofHours(2));
    vault.isBroken(false);
    assertThat(engine.runAll().apiKeyWarning()).isNull();
    assertRenewed();
  }

  private static boolean isKey(String text) {
    return text.matches("(?s).*[0-9a-f]{40}.*");
  }

  @Test
  void runAll_anotherNodeRenewsHalfway_goesOnWithTheNewKey() {
    OdooClient other = client();
    server.faults().on("crm.lead", "load").once(Fault.before(request -> renew(other)));

    SyncReport report = engine().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertRenewed();
  }

  private void renew(OdooClient other) {
    other.renewApiKey("another node", clock.instant().plus(Duration.ofDays(60)));
  }

  @Test
  void runAll_keyHasEnded_stopsAndSaysHowToRenew() {
    clock.pass(Duration.ofDays(21));

    assertThat(engine().runAll().stopped())
        .asString()
        .contains("may have expired", "create a new API key");
  }

  static FailureCause cause(SyncReport report) {
    Failure warning = Objects.requireNonNull(report.apiKeyWarning(), report.toString());
    return warning.cause();
  }
}
