package io.odoosync.internal.change;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a kind was looked at.
 *
 * @param odoo by Odoo's clock: no change that was not seen is dated earlier, but for the overlap
 * @param host by ours
 * @param asked when Odoo was asked for that, by ours
 * @param answered when Odoo answered, by the clock of its answers; {@code null} if they name none
 */
public record Mark(Instant odoo, Instant host, Instant asked, @Nullable Instant answered) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /**
   * The first one.
   *
   * @param look what Odoo told of its time
   * @param now what time it was then, by our clock
   */
  public static Mark of(Look look, Instant now) {
    Instant latest = look.latest() == null ? Instant.EPOCH : look.latest();
    return new Mark(latest, now, now, look.answered());
  }

  /** The same for what Odoo wrote, with another time for the host. */
  public Mark withHost(Instant now) {
    return new Mark(odoo, now, asked, answered);
  }

  /**
   * The one after a look at what Odoo wrote since this one, less the overlap.
   *
   * <p>While nothing is written, Odoo does not say what time it is where it dates its writes. But
   * as much time has passed there as everywhere. Once that is more than the overlap, what was
   * listed as written last is listed no more. The answers' clock may be a proxy's, and any clock
   * may be set: so of two clocks, that by which less time has passed is believed.
   *
   * @param look what Odoo told
   * @param now what time it was before that, by our clock
   * @param overlap how long a change may take to be seen after its date
   */
  public Mark after(Look look, Instant now, Duration overlap) {
    return new Mark(odooAfter(look, now, overlap), now, now, look.answered());
  }

  private Instant odooAfter(Look look, Instant now, Duration overlap) {
    Instant latest = look.latest();
    if (latest == null) {
      return odoo;
    }
    Instant past = latest.plus(overlap).plus(SECOND);
    return later(later(odoo, latest), earlier(odoo.plus(passed(look, now)), past));
  }

  private Duration passed(Look look, Instant now) {
    if (answered == null || look.asked() == null) {
      return Duration.ZERO;
    }
    Duration theirs = Duration.between(answered, look.asked());
    Duration ours = Duration.between(asked, now);
    return theirs.compareTo(ours) < 0 ? theirs : ours;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  String text() {
    String text = odoo + " " + host + " " + asked;
    return answered == null ? text : text + " " + answered;
  }

  static Mark parse(String text) {
    String[] parts = text.split(" ", 4);
    return new Mark(
        Instant.parse(parts[0]),
        Instant.parse(parts[1]),
        Instant.parse(parts[2]),
        parts.length < 4 ? null : Instant.parse(parts[3]));
  }
}
