package io.odoosync.micrometer;

import static io.odoosync.micrometer.SyncObservations.lowerCase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.odoosync.SyncEngine;
import io.odoosync.report.ApiKeyExpiry;
import io.odoosync.report.FailureGroup;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the records, and measures how the sync is. It is a listener of the engine,
 * whose runs it counts, and asks the engine and the outbox when somebody reads the gauges:
 *
 * <pre>{@code
 * SyncMeters meters = new SyncMeters(registry);
 * SyncEngine engine = SyncEngine.builder(odoo).listener(meters)….build();
 * meters.watch(engine, stores.outbox());
 * }</pre>
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><th>name</th><th>what</th><th>tags</th></tr>
 *   <tr><td>{@code odoo.sync.records}</td><td>records of the stages of this node</td>
 *     <td>{@code type}, {@code outcome}</td></tr>
 *   <tr><td>{@code odoo.sync.conflicts}</td><td>records of which both sides had changed the same
 *     field</td><td>{@code type}, {@code winner}</td></tr>
 *   <tr><td>{@code odoo.sync.failures}</td><td>records that are not in step after a run</td>
 *     <td>{@code type}, {@code cause}</td></tr>
 *   <tr><td>{@code odoo.sync.quarantined}</td><td>records that are not tried in each run</td><td></td></tr>
 *   <tr><td>{@code odoo.sync.last.completed.age}</td><td>how long ago the last run of any node came
 *     to its end, whatever became of single records; not a number before the first</td><td></td></tr>
 *   <tr><td>{@code odoo.sync.outbox.entries}</td><td>changes that wait for a run</td><td></td></tr>
 *   <tr><td>{@code odoo.sync.outbox.lag}</td><td>how long the oldest of them waits; 0 if none does</td>
 *     <td></td></tr>
 *   <tr><td>{@code odoo.sync.api.key.days.left}</td><td>days until the API key ends, as the last run of
 *     this node was told; not a number if that is not known</td><td></td></tr>
 * </table>
 *
 * <p>Gauges that ask a store are asked once in {@value #FRESH_SECONDS} seconds at most; one whose
 * store fails is not a number. Safe for use by several threads.
 */
public final class SyncMeters implements SyncListener {

  /** How long an answer of a store is told again, in seconds: {@value}. */
  public static final int FRESH_SECONDS = 10;

  private static final String TYPE = "type";

  private final MeterRegistry registry;
  private final Clock clock;
  private volatile double daysLeft = Double.NaN;

  /**
   * Counts into a registry.
   *
   * @param registry where the meters are
   */
  public SyncMeters(MeterRegistry registry) {
    this(registry, Clock.systemUTC());
  }

  /**
   * Counts into a registry by another clock.
   *
   * @param registry where the meters are
   * @param clock tells how old something is
   */
  public SyncMeters(MeterRegistry registry, Clock clock) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.clock = Objects.requireNonNull(clock, "clock");
    Gauge.builder("odoo.sync.api.key.days.left", () -> daysLeft)
        .description("Days until the API key ends")
        .register(registry);
  }

  /**
   * Measures an engine: call it once.
   *
   * @param engine which is asked for its past runs and its quarantine
   * @param outbox the one of the engine; {@code null} if that is not to be measured
   */
  public void watch(SyncEngine engine, @Nullable Outbox outbox) {
    LastCompleted last = new LastCompleted(engine, clock);
    gauge(
        "odoo.sync.quarantined",
        "Records that are not tried in each run",
        () -> engine.quarantined().size());
    seconds("odoo.sync.last.completed.age", "Since the last run that came to its end", last::age);
    if (outbox != null) {
      gauge("odoo.sync.outbox.entries", "Changes that wait for a run", outbox::size);
      seconds("odoo.sync.outbox.lag", "How long the oldest change waits", () -> lag(outbox));
    }
  }

  private double lag(Outbox outbox) {
    return outbox
        .waitingSince()
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3))
        .orElse(0.0);
  }

  private void gauge(String name, String description, DoubleSupplier measure) {
    Gauge.builder(name, kept(measure)).description(description).register(registry);
  }

  private void seconds(String name, String description, DoubleSupplier measure) {
    TimeGauge.builder(name, kept(measure), TimeUnit.SECONDS)
        .description(description)
        .register(registry);
  }

  private Supplier<Number> kept(DoubleSupplier measure) {
    return new KeptMeasure(measure, clock, Duration.ofSeconds(FRESH_SECONDS))::get;
  }

  @Override
  public void onStageFinished(StageReport report) {
    String type = lowerCase(report.type());
    count(type, "created", report.created());
    count(type, "updated", report.updated());
    count(type, "unchanged", report.unchanged());
    count(type, "pulled", report.pulled());
    count(type, "conflict", report.conflicted());
    count(type, "failed", report.failed());
    count(type, "blocked", report.blocked());
    count(type, "quarantined", report.quarantined());
    count(type, "not_reached", report.notReached());
    report
        .conflicts()
        .forEach(
            (winner, number) ->
                Counter.builder("odoo.sync.conflicts")
                    .description("Records of which both sides had changed the same field")
                    .tag(TYPE, type)
                    .tag("winner", lowerCase(winner))
                    .register(registry)
                    .increment((double) number));
    report.failureGroups().forEach(group -> count(type, group));
  }

  private void count(String type, String outcome, long number) {
    Counter.builder("odoo.sync.records")
        .description("Records that stages dealt with")
        .tag(TYPE, type)
        .tag("outcome", outcome)
        .register(registry)
        .increment((double) number);
  }

  private void count(String type, FailureGroup group) {
    Counter.builder("odoo.sync.failures")
        .description("Records that were not in step after a run")
        .tag(TYPE, type)
        .tag("cause", lowerCase(group.failure().cause()))
        .register(registry)
        .increment((double) group.count());
  }

  @Override
  public void onRunFinished(SyncReport report) {
    ApiKeyExpiry key = report.apiKey();
    if (key != null) {
      daysLeft = key.daysLeft();
    }
  }
}
