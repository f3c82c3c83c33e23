package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator should hear after a run: which failures are new, which last, which have
 * ended. What was told before is not in it. Immutable.
 *
 * <p>The engine makes them. A host does so to test what it does with one.
 *
 * @param report what the run did
 * @param started failures that were not told yet
 * @param lasting failures that were told and still last, now that it is time to be reminded of
 *     them; {@link NotifierOptions} says when
 * @param recovered failures that were told and have ended
 */
public record AdminNews(
    SyncReport report, List<Item> started, List<Item> lasting, List<Item> recovered) {

  /** Copies the lists. */
  public AdminNews {
    Objects.requireNonNull(report, "report");
    started = List.copyOf(started);
    lasting = List.copyOf(lasting);
    recovered = List.copyOf(recovered);
  }

  /** What failed. */
  public enum Place {
    /** The run stopped. */
    RUN,
    /** {@code sync_logs} could not be written. */
    SYNC_LOG,
    /** The API key ends soon, or could not be renewed. */
    API_KEY,
    /** A stage stopped. */
    STAGE,
    /** Records could not be brought in step. */
    RECORDS
  }

  /**
   * Failures that have the same cause and remedy, told as one.
   *
   * @param place what failed
   * @param type the kind of entity, or {@code null} for the run and its log
   * @param cause what a program decides by
   * @param failure why it failed last, and what to do about it; of several records, that of the
   *     first; {@code null} if it has ended
   * @param records how many records, 0 for the run, its log, or a stage
   * @param keys the first of the records, {@value FailureGroup#MAX_KEYS} at most
   * @param since when the run began in which it was first seen
   * @param runs in how many runs it was seen
   */
  public record Item(
      Place place,
      @Nullable EntityType type,
      FailureCause cause,
      @Nullable Failure failure,
      long records,
      List<LocalKey> keys,
      Instant since,
      long runs) {

    /** Copies the keys. */
    public Item {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(cause, "cause");
      Objects.requireNonNull(since, "since");
      keys = List.copyOf(keys);
    }

    private String where() {
      return switch (place) {
        case RUN -> "the run";
        case SYNC_LOG -> "the sync log";
        case API_KEY -> "the API key";
        case STAGE -> "stage " + type;
        case RECORDS -> type + " " + who();
      };
    }

    private String who() {
      String named = keys.stream().map(LocalKey::toString).collect(Collectors.joining(", "));
      return records > keys.size() ? records + " records, such as " + named : named;
    }

    private String lasted() {
      return runs == 1 ? "" : " (" + runs + " runs, since " + since + ")";
    }

    /** One line: where, the cause, why, what to do, how long. */
    @Override
    public String toString() {
      return where() + ", " + cause + (failure == null ? "" : ": " + failure) + lasted();
    }
  }

  /**
   * The news for a machine: what {@link SyncReport#toJson()} gives, and besides {@code text}, which
   * is {@link #toString()}, and {@code news} with the lists {@code started}, {@code lasting} and
   * {@code recovered}.
   *
   * @return a JSON object; durations are in milliseconds, times in ISO 8601
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** A line for each failure, for a person. */
  @Override
  public String toString() {
    return Stream.of(lines("new", started), lines("still", lasting), lines("over", recovered))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(String what, List<Item> items) {
    return items.stream().map(item -> what + ": " + item).toList();
  }
}
