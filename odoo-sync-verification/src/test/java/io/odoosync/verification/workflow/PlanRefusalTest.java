package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.FailureCause;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that are not carried out: cut short, too old, from the future, or changed on the way. */
class PlanRefusalTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();

  @BeforeEach
  void fill() {
    host.put(teacher(1).build(), teacher(2).build());
  }

  private SyncPlan plan() {
    return engine(host).build().plan();
  }

  private SyncReport refused(SyncEngineBuilder engine, SyncPlan plan) {
    SyncReport report = engine.build().apply(plan);
    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stages()).isEmpty();
    assertThat(report.traffic().calls()).isZero();
    assertThat(Objects.requireNonNull(report.stopped()).cause()).isEqualTo(FailureCause.HELD_BACK);
    assertThat(writes()).isEmpty();
    return report;
  }

  @Test
  void apply_planThatStopped_isRefused() {
    SyncPlan plan = plan().toBuilder().stopped("the source threw").build();
    SyncReport report = refused(engine(host), SyncPlan.parse(plan.toJson()));
    assertThat(report.toString()).contains("not whole").contains("the source threw");
  }

  @ParameterizedTest
  @CsvSource({"P7DT1S,more than 7 days ago", "P9000D,more than 7 days ago", "-PT6M,yet to come"})
  void apply_planOfAnotherTime_isRefused(Duration age, String why) {
    SyncPlan plan = plan();
    SyncPlan moved = made(plan, plan.plannedAt().minus(age));
    assertThat(refused(engine(host), moved).toString()).contains(why);
  }

  private static SyncPlan made(SyncPlan plan, Instant at) {
    return SyncPlan.parse(plan.toJson().replace(plan.plannedAt().toString(), at.toString()));
  }

  @ParameterizedTest
  @CsvSource({"P6D", "PT12H", "-PT4M"})
  void apply_planOfTheOtherDay_isCarriedOut(Duration age) {
    SyncPlan plan = plan();
    SyncReport report = engine(host).build().apply(made(plan, plan.plannedAt().minus(age)));
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.stages().get(0).created()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"P7D", "-PT5M"})
  void apply_planAsOldAsMayBe_isCarriedOut(Duration age) {
    SyncPlan plan = plan();
    Clock clock = Clock.fixed(plan.plannedAt().plus(age), ZoneOffset.UTC);
    SyncReport report = engine(host).clock(clock).build().apply(plan);
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void apply_hostAllowsAnHour_refusesOlderPlans() {
    SyncPlan plan = plan();
    SyncEngineBuilder engine = engine(host).planMaxAge(Duration.ofHours(1));
    refused(engine, made(plan, plan.plannedAt().minus(Duration.ofMinutes(61))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$|$ garbage",
        "$|${}",
        "\"namespace\"|\"namespace\":\"__evil__\",\"namespace\"",
        "\"action\"|\"action\":\"FAIL\",\"action\"",
        "\"stopped\":null|\"stopped\":false",
        "\"stopped\":null,|",
        "\"CREATE\"|\"NUKE\"",
        "\"kind\":\"teacher\"|\"kind\":[[[[[[[[[[[[]]]]]]]]]]]]",
        "\"unchanged\":0|\"unchanged\":\"0\"",
        "\"unchanged\":0|\"unchanged\":99999999999999999999",
        "\"records\":[|\"records\":7,\"more\":["
      })
  void parse_planThatWasChanged_isRefusedWithWords(String from, String to) {
    String json = plan().toJson();
    String more = to == null ? "" : to;
    String changed =
        from.equals("$") ? more.replace("$", json) : json.replaceFirst(quoted(from), more);
    assertThat(changed).isNotEqualTo(json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyncPlan.parse(changed))
        .withMessageStartingWith("json is not a saved plan: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  @Test
  void parse_recordTwice_isRefused() {
    SyncPlan plan = plan();
    SyncPlan doubled =
        plan.toBuilder().records(List.of(plan.records().get(0), plan.records().get(0))).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyncPlan.parse(doubled.toJson()))
        .withMessageContaining("twice");
  }

  @Test
  void parse_brackets_areRefusedHoweverMany() {
    assertThatIllegalArgumentException().isThrownBy(() -> SyncPlan.parse("[".repeat(1_000_000)));
  }
}
