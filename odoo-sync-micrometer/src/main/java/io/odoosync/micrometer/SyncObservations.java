package io.odoosync.micrometer;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.odoosync.EntityType;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

/**
 * Observes runs, their stages and their calls: what handles observations makes timers of them, and
 * spans, each stage within its run and each call within its stage. It is the listener of an engine
 * and the observer of its client:
 *
 * <pre>{@code
 * SyncObservations observations = new SyncObservations(registry);
 * SyncEngine engine =
 *     SyncEngine.builder(odoo.observedBy(observations)).listener(observations)…
 * }</pre>
 *
 * <table>
 *   <caption>Observations and the key values by which they are counted</caption>
 *   <tr><th>name</th><th>low cardinality</th><th>high cardinality</th></tr>
 *   <tr><td>{@value #RUN}</td><td>{@code status}, {@code successful}</td><td>{@code run.id}</td></tr>
 *   <tr><td>{@value #STAGE}</td><td>{@code type}, {@code outcome}</td><td>{@code records}</td></tr>
 *   <tr><td>{@value #CALL}</td><td>{@code model}, {@code method}, {@code outcome}, {@code failure}</td>
 *     <td>{@code attempt}</td></tr>
 * </table>
 *
 * <p>While a run or a stage is under way, it is the current observation of its thread. No value of
 * a record, no key and no secret is part of an observation. One for each engine; safe for use by
 * several threads.
 */
public final class SyncObservations implements SyncListener, CallObserver {

  /** A run, from its beginning to its report: {@value}. */
  public static final String RUN = "odoo.sync.run";

  /** A stage of a run: {@value}. */
  public static final String STAGE = "odoo.sync.stage";

  /** One attempt of one call, by whoever uses the client: {@value}. */
  public static final String CALL = "odoo.sync.call";

  private static final String OUTCOME = "outcome";
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";
  private static final String NONE = "none";

  private final ObservationRegistry registry;

  /** Runs and stages that are under way in a thread, the innermost first. */
  private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

  /**
   * Observes into a registry.
   *
   * @param registry whose handlers are told
   */
  public SyncObservations(ObservationRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  private record Open(Observation observation, Observation.Scope scope) {

    void close() {
      scope.close();
      observation.stop();
    }
  }

  @Override
  public void onRunStarted(String runId) {
    closeAll();
    begin(
        Observation.createNotStarted(RUN, registry)
            .contextualName("odoo sync run")
            .highCardinalityKeyValue("run.id", runId));
  }

  @Override
  public void onStageStarted(EntityType type) {
    String name = lowerCase(type);
    begin(
        Observation.createNotStarted(STAGE, registry)
            .contextualName("odoo sync " + name)
            .lowCardinalityKeyValue("type", name));
  }

  @Override
  public void onStageFinished(StageReport report) {
    Open stage = open.get().poll();
    if (stage != null) {
      ended(stage.observation, report);
      stage.close();
    }
  }

  private static void ended(Observation stage, StageReport report) {
    stage
        .lowCardinalityKeyValue(OUTCOME, report.failure() == null ? SUCCESS : "stopped")
        .highCardinalityKeyValue("records", Long.toString(report.read()));
  }

  /** A stage that a run which stopped left open ends with it. */
  @Override
  public void onRunFinished(SyncReport report) {
    Deque<Open> all = open.get();
    if (report.status() == RunStatus.ALREADY_RUNNING || all.isEmpty()) {
      return;
    }
    while (all.size() > 1) {
      Open stage = all.remove();
      stage.observation.lowCardinalityKeyValue(OUTCOME, "stopped");
      stage.close();
    }
    Open run = all.remove();
    run.observation
        .lowCardinalityKeyValue("status", lowerCase(report.status()))
        .lowCardinalityKeyValue("successful", Boolean.toString(report.isSuccessful()));
    if (report.stopped() != null) {
      run.observation.error(new WordlessException(report.stopped().cause().name()));
    }
    run.close();
    open.remove();
  }

  private void begin(Observation observation) {
    observation.start();
    open.get().push(new Open(observation, observation.openScope()));
  }

  /** A run that an error of the virtual machine ended told nobody. */
  private void closeAll() {
    Deque<Open> all = open.get();
    while (!all.isEmpty()) {
      all.remove().close();
    }
  }

  /** Two calls may be under way at once, so none is the thread's current observation. */
  @Override
  public CallObserver beforeAttempt(String model, String method, int number) {
    Observation call = call(model, method, number).start();
    return attempt -> ended(call, attempt);
  }

  /** One that failed before it was sent: the log-in, for example. */
  @Override
  public void onAttempt(Attempt attempt) {
    ended(call(attempt.model(), attempt.method(), attempt.number()).start(), attempt);
  }

  private Observation call(String model, String method, int number) {
    return Observation.createNotStarted(CALL, registry)
        .contextualName(model + " " + method)
        .lowCardinalityKeyValues(KeyValues.of("model", model, "method", method))
        .highCardinalityKeyValue("attempt", Integer.toString(number));
  }

  private static void ended(Observation call, Attempt attempt) {
    OdooException failure = attempt.failure();
    if (failure == null) {
      call.lowCardinalityKeyValue(OUTCOME, SUCCESS).lowCardinalityKeyValue(FAILURE, NONE);
    } else {
      String name = failure.getClass().getSimpleName();
      call.lowCardinalityKeyValue(OUTCOME, lowerCase(failure.outcome()))
          .lowCardinalityKeyValue(FAILURE, name)
          .error(new WordlessException(name));
    }
    call.stop();
  }

  /** That something failed, without the words of what did, which may quote a record. */
  private static final class WordlessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WordlessException(String name) {
      super(name, null, false, false);
    }
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
