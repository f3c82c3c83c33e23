package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.internal.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run did. Immutable, and equal to another report that holds the same.
 *
 * <p>The engine makes them. A host does so to test what it does with one:
 *
 * <pre>{@code
 * SyncReport.builder("run-1", startedAt).stages(List.of(contacts)).build();
 * }</pre>
 */
public final class SyncReport {

  private final Parts parts;

  private SyncReport(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when reports are compared. */
  private record Parts(
      String runId,
      Instant startedAt,
      Duration duration,
      List<StageReport> stages,
      Traffic traffic,
      RunStatus status,
      @Nullable Failure stopped,
      @Nullable Failure logFailure,
      @Nullable ApiKeyExpiry apiKey,
      @Nullable Failure apiKeyWarning) {}

  /**
   * Starts the report of a run that was completed.
   *
   * @param runId names the run in {@code sync_logs}
   * @param startedAt when it began
   * @return a builder of a report without stages and traffic, which took no time
   */
  public static Builder builder(String runId, Instant startedAt) {
    return new Builder(runId, startedAt);
  }

  /**
   * Starts a report from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the name of the run in {@code sync_logs}} */
  public String runId() {
    return parts.runId;
  }

  /** {@return when it began} */
  public Instant startedAt() {
    return parts.startedAt;
  }

  /** {@return how long it took} */
  public Duration duration() {
    return parts.duration;
  }

  /** {@return the stages that ran, in their order; empty if the run stopped before the first} */
  public List<StageReport> stages() {
    return parts.stages;
  }

  /**
   * The report of one stage.
   *
   * @param type the kind of entity
   * @return its report, unless the stage did not run
   */
  public Optional<StageReport> stage(EntityType type) {
    return parts.stages.stream().filter(stage -> stage.type() == type).findFirst();
  }

  /** {@return what was exchanged with Odoo} */
  public Traffic traffic() {
    return parts.traffic;
  }

  /** {@return how it ended} */
  public RunStatus status() {
    return parts.status;
  }

  /**
   * {@return why the run ended before its stages were done, or {@code null} if it did not; says
   * what to do about it}
   */
  public @Nullable Failure stopped() {
    return parts.stopped;
  }

  /**
   * {@return why {@code sync_logs} lacks entries of this run, or could not be cleared of old ones,
   * or {@code null} if it is complete; says what to do about it}
   */
  public @Nullable Failure logFailure() {
    return parts.logFailure;
  }

  /**
   * {@return when the API key ends, or {@code null} if that is not known: Odoo tells since 18, of
   * keys that end, and is asked by runs that come to their end}
   */
  public @Nullable ApiKeyExpiry apiKey() {
    return parts.apiKey;
  }

  /**
   * {@return what is to be done about the API key, because it ends soon or could not be renewed, or
   * {@code null} if it is well; such a run is successful all the same}
   */
  public @Nullable Failure apiKeyWarning() {
    return parts.apiKeyWarning;
  }

  /**
   * Whether everything is now in step and on record.
   *
   * @return {@code false} if the run stopped or did not even start, if a record or a stage failed,
   *     if a conflict was left open, or if {@code sync_logs} could not be written
   */
  public boolean isSuccessful() {
    return parts.status == RunStatus.COMPLETED
        && parts.logFailure == null
        && parts.stages.stream().allMatch(StageReport::isSuccessful);
  }

  /**
   * The report for a machine.
   *
   * @return a JSON object; durations are in milliseconds, times in ISO 8601
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /**
   * Reads a report.
   *
   * @param json what {@link #toJson()} gave, of this version or an earlier one; what it does not
   *     have is nothing
   * @return the report; durations are in whole milliseconds
   * @throws IllegalArgumentException if it is something else, or names what a later version knows
   */
  public static SyncReport parse(String json) {
    return ReportParser.read(json);
  }

  /**
   * The report as a page for a browser, which holds all that it needs and loads nothing: totals,
   * stages, failures by cause, the slowest calls. Light or dark as the reader likes it, and to be
   * printed. {@link ReportPage} adds what the report does not have: the values of conflicts and the
   * runs before; {@link io.odoosync.SyncEngine#page} does so at once.
   *
   * @return the page; in whatever it quotes, markup is text, and what looks like a secret is hidden
   */
  public String toHtml() {
    return ReportPage.of(this).toHtml();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyncReport report && parts.equals(report.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Some lines for a person: failures of one cause are one line. */
  @Override
  public String toString() {
    String head =
        "run " + parts.runId + " took " + Durations.words(parts.duration) + ", " + parts.traffic;
    String why = parts.stopped == null ? "" : "\n  " + parts.status + ": " + parts.stopped;
    String log = parts.logFailure == null ? "" : "\n  sync log: " + parts.logFailure;
    return head
        + why
        + log
        + key()
        + parts.stages.stream().map(SyncReport::lines).collect(Collectors.joining());
  }

  private String key() {
    if (parts.apiKeyWarning != null) {
      return "\n  API key: " + parts.apiKeyWarning;
    }
    return parts.apiKey == null ? "" : "\n  " + parts.apiKey;
  }

  private static String lines(StageReport stage) {
    String groups =
        stage.failureGroups().stream().map(group -> "\n    " + group).collect(Collectors.joining());
    boolean isCut = stage.failures().size() == StageReport.MAX_FAILURES;
    String notices =
        stage.notices().stream().map(notice -> "\n    " + notice).collect(Collectors.joining());
    return "\n  "
        + stage
        + notices
        + groups
        + (isCut ? "\n    and possibly more, in the sync log" : "");
  }

  /** Collects the parts of a {@link SyncReport}. Not safe for use by several threads. */
  public static final class Builder {
    private final String runId;
    private final Instant startedAt;
    private Duration duration = Duration.ZERO;
    private List<StageReport> stages = List.of();
    private Traffic traffic = Traffic.NONE;
    private RunStatus status = RunStatus.COMPLETED;
    private @Nullable Failure stopped;
    private @Nullable Failure logFailure;
    private @Nullable ApiKeyExpiry apiKey;
    private @Nullable Failure apiKeyWarning;

    private Builder(String runId, Instant startedAt) {
      this.runId = Objects.requireNonNull(runId, "runId");
      this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
    }

    private Builder(Parts parts) {
      this(parts.runId, parts.startedAt);
      duration = parts.duration;
      stages = parts.stages;
      traffic = parts.traffic;
      status = parts.status;
      stopped = parts.stopped;
      logFailure = parts.logFailure;
      apiKey = parts.apiKey;
      apiKeyWarning = parts.apiKeyWarning;
    }

    /** Sets {@link SyncReport#duration()}. */
    public Builder duration(Duration duration) {
      this.duration = Objects.requireNonNull(duration, "duration");
      return this;
    }

    /** Sets {@link SyncReport#stages()}. */
    public Builder stages(List<StageReport> stages) {
      this.stages = List.copyOf(stages);
      return this;
    }

    /** Sets {@link SyncReport#traffic()}. */
    public Builder traffic(Traffic traffic) {
      this.traffic = Objects.requireNonNull(traffic, "traffic");
      return this;
    }

    /** Sets {@link SyncReport#status()}. Default: {@link RunStatus#COMPLETED}. */
    public Builder status(RunStatus status) {
      this.status = Objects.requireNonNull(status, "status");
      return this;
    }

    /** Sets {@link SyncReport#stopped()}. */
    public Builder stopped(@Nullable Failure stopped) {
      this.stopped = stopped;
      return this;
    }

    /** Sets {@link SyncReport#logFailure()}. */
    public Builder logFailure(@Nullable Failure logFailure) {
      this.logFailure = logFailure;
      return this;
    }

    /** Sets {@link SyncReport#apiKey()}. */
    public Builder apiKey(@Nullable ApiKeyExpiry apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** Sets {@link SyncReport#apiKeyWarning()}. */
    public Builder apiKeyWarning(@Nullable Failure apiKeyWarning) {
      this.apiKeyWarning = apiKeyWarning;
      return this;
    }

    /**
     * Makes the report.
     *
     * @return the report
     */
    public SyncReport build() {
      return new SyncReport(
          new Parts(
              runId,
              startedAt,
              duration,
              stages,
              traffic,
              status,
              stopped,
              logFailure,
              apiKey,
              apiKeyWarning));
    }
  }
}
