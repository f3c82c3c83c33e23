package io.odoosync.internal.log;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.text.ReasonShape;
import io.odoosync.report.AdminNews.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One thing that fails, over runs. Its words are not kept: they may name people, and they change.
 *
 * @param site where
 * @param cause why it was seen failing last
 * @param like alike for what has one cause and one remedy
 * @param since when the run began in which it was first seen
 * @param runs in how many runs it was seen
 * @param told what the administrator has heard of it; {@code null} for nothing
 * @param over whether it has ended since
 */
record Trouble(
    Site site,
    FailureCause cause,
    String like,
    Instant since,
    long runs,
    @Nullable Told told,
    boolean over) {

  /** An Odoo that is down shows itself in many ways. */
  private static final Set<FailureCause> OUT_OF_REACH =
      EnumSet.of(
          FailureCause.UNREACHABLE_SERVER, FailureCause.TRANSIENT, FailureCause.UNKNOWN_OUTCOME);

  /** What is missing or held back is named by our own words, which stay the same. */
  private static final Set<FailureCause> NAMED =
      EnumSet.of(
          FailureCause.MISSING_RIGHT,
          FailureCause.MISSING_IN_ODOO,
          FailureCause.UNRESOLVED_NAME,
          FailureCause.HELD_BACK);

  /**
   * What the administrator has heard.
   *
   * @param runs in how many runs it had been seen then
   * @param at when
   */
  record Told(long runs, Instant at) {}

  static Trouble first(Site site, Failure failure, Instant since) {
    Instant second = since.truncatedTo(ChronoUnit.SECONDS);
    return new Trouble(site, failure.cause(), like(failure), second, 1, null, false);
  }

  /** After one more run in which its site failed, maybe for another reason. */
  Trouble again(Failure failure, Instant now) {
    return isSame(failure)
        ? new Trouble(site, failure.cause(), like, since, runs + 1, told, false)
        : first(site, failure, now);
  }

  /** Whether a failure at its site is the one that was seen before. */
  boolean isSame(Failure failure) {
    if (over) {
      return false;
    }
    if (OUT_OF_REACH.contains(cause)) {
      return OUT_OF_REACH.contains(failure.cause());
    }
    boolean byWords = site.place() != Place.RECORDS && NAMED.contains(cause);
    return cause == failure.cause() && (!byWords || like.equals(like(failure)));
  }

  Trouble ended() {
    return new Trouble(site, cause, like, since, runs, told, true);
  }

  Trouble toldAt(Instant now) {
    return new Trouble(site, cause, like, since, runs, new Told(runs, now), over);
  }

  /** Words about having failed in one more run; empty for what is new. */
  static String again(Optional<Trouble> known) {
    return known
        .map(trouble -> " (" + (trouble.runs + 1) + " runs, since " + trouble.since + ")")
        .orElse("");
  }

  /** What lasts is no error any more, only a warning. */
  static Level level(Optional<Trouble> known) {
    return known.isPresent() ? Level.WARN : Level.ERROR;
  }

  /** Words about what has ended. */
  String stopped() {
    return "; " + cause + " is over, which stopped " + runs + " runs since " + since;
  }

  private static String like(Failure failure) {
    List<@Nullable String> parts =
        Arrays.asList(
            failure.cause().name(),
            failure.advice(),
            failure.model(),
            ReasonShape.of(failure.reason()));
    return Integer.toHexString(parts.hashCode());
  }
}
