package io.odoosync;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What stops a run before its first write, because it looks like a mistake rather than a day's
 * work. A person then looks, and lets one run pass with {@code engine.run(Brakes.released())}.
 *
 * <p>To find out, the run reads all sources once before it begins, and once more for its work. What
 * could not be read then is not written: a source or a store that fails while it is surveyed stops
 * its stage, and no limit is needed for that. Where a policy lets Odoo's changes come to the host
 * and more records are linked than {@code pulls} allows in any case, their values are read from
 * Odoo once more, too.
 *
 * @param onEmptySource whether a source that gives no record at all, although some of its kind are
 *     linked already, stops the run
 * @param onChangedMapping whether a changed mapping stops the run: it sets other Odoo fields than
 *     in the last run, or gives other values for a record that the host has not changed since. What
 *     points to another record does not count
 * @param maxUpdatePercent the share of linked records that may differ from what was sent last, 0 to
 *     100; a larger one stops the run
 * @param updatesAllowed so many records may differ in any case
 * @param pulls how many host records may be overwritten with what Odoo has, of those that are
 *     linked
 * @param creates how many records may be created, of those that the source gave when a run came to
 *     its end last; in the first run, any number. Where more than half of the linked records are
 *     gone from the source, the number that is allowed in any case is the limit: their keys were
 *     changed
 * @param adoptions how many records that were found in Odoo may be linked and overwritten, of those
 *     without link
 * @param gone how many linked records may be gone from the source at once, of all that are linked;
 *     counts only where something is done about them, see {@link GoneRecordPolicy}
 */
public record Brakes(
    boolean onEmptySource,
    boolean onChangedMapping,
    int maxUpdatePercent,
    long updatesAllowed,
    Limit pulls,
    Limit creates,
    Limit adoptions,
    Limit gone) {

  /** The share of linked records that may differ unless told otherwise: {@value} percent. */
  public static final int DEFAULT_MAX_UPDATE_PERCENT = 50;

  /** How many records may differ in any case unless told otherwise: {@value}. */
  public static final long DEFAULT_UPDATES_ALLOWED = 100;

  /** How many pulls are too many unless told otherwise: more than 100, and more than 50 percent. */
  public static final Limit DEFAULT_PULLS = new Limit(50, 100);

  /** How many creates are too many unless told otherwise: more than 100, and than 100 percent. */
  public static final Limit DEFAULT_CREATES = new Limit(100, 100);

  /** How many adoptions are too many unless told otherwise: more than 100, and than 50 percent. */
  public static final Limit DEFAULT_ADOPTIONS = new Limit(50, 100);

  /** How many gone records are too many unless told otherwise: more than 10, and 10 percent. */
  public static final Limit DEFAULT_GONE = new Limit(10, 10);

  /** All brakes, with the default limits. */
  public static final Brakes DEFAULT =
      new Brakes(true, true, DEFAULT_MAX_UPDATE_PERCENT, DEFAULT_UPDATES_ALLOWED);

  /**
   * How many records are too many: a share of others, and a number that is allowed in any case.
   *
   * @param maxPercent the share, 0 or more
   * @param allowed the number, 0 or more
   */
  public record Limit(int maxPercent, long allowed) {

    /** No limit. */
    static final Limit NONE = new Limit(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Limit {
      if (maxPercent < 0) {
        throw new IllegalArgumentException("maxPercent must be at least 0, but is " + maxPercent);
      }
      if (allowed < 0) {
        throw new IllegalArgumentException("allowed must be at least 0, but is " + allowed);
      }
    }

    /**
     * Whether there is a limit at all.
     *
     * @return {@code false} if nothing can be too many
     */
    public boolean isSet() {
      return allowed < Long.MAX_VALUE;
    }

    private long linkedNeededFor(long count) {
      if (count <= allowed) {
        return 0;
      }
      return maxPercent == 0 ? Long.MAX_VALUE : (count * 100 + maxPercent - 1) / maxPercent;
    }

    private Limit forAtMost(long records) {
      return records <= allowed ? NONE : this;
    }

    /**
     * Whether so many records are too many.
     *
     * @param count the records
     * @param all what the share is taken of
     * @return {@code true} if the run must stop
     */
    public boolean stops(long count, long all) {
      return count > allowed && count * 100 > all * maxPercent;
    }
  }

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes {
    if (maxUpdatePercent < 0 || maxUpdatePercent > 100) {
      throw new IllegalArgumentException(
          "maxUpdatePercent must be 0 to 100, but is " + maxUpdatePercent);
    }
    if (updatesAllowed < 0) {
      throw new IllegalArgumentException(
          "updatesAllowed must be at least 0, but is " + updatesAllowed);
    }
    Objects.requireNonNull(pulls, "pulls");
    Objects.requireNonNull(creates, "creates");
    Objects.requireNonNull(adoptions, "adoptions");
    Objects.requireNonNull(gone, "gone");
  }

  /**
   * Brakes with the default limits for pulls, creates, adoptions and gone records.
   *
   * @param onEmptySource see {@link #onEmptySource()}
   * @param onChangedMapping see {@link #onChangedMapping()}
   * @param maxUpdatePercent see {@link #maxUpdatePercent()}
   * @param updatesAllowed see {@link #updatesAllowed()}
   * @throws IllegalArgumentException if a limit is out of range
   */
  public Brakes(
      boolean onEmptySource, boolean onChangedMapping, int maxUpdatePercent, long updatesAllowed) {
    this(
        onEmptySource,
        onChangedMapping,
        maxUpdatePercent,
        updatesAllowed,
        DEFAULT_PULLS,
        DEFAULT_CREATES,
        DEFAULT_ADOPTIONS,
        DEFAULT_GONE);
  }

  /**
   * No brakes: a deliberate go-ahead.
   *
   * @return brakes that stop nothing
   */
  public static Brakes released() {
    return new Brakes(
        false, false, 100, Long.MAX_VALUE, Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE);
  }

  /**
   * Other limits for updates.
   *
   * @param percent the share of linked records that may differ, 0 to 100
   * @param allowed so many may differ in any case
   * @return the changed brakes
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes withMaxUpdates(int percent, long allowed) {
    return new Brakes(
        onEmptySource, onChangedMapping, percent, allowed, pulls, creates, adoptions, gone);
  }

  /**
   * Other limits for pulls.
   *
   * @param percent the share of linked records that may be overwritten with Odoo's values
   * @param allowed so many may be in any case
   * @return the changed brakes
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes withMaxPulls(int percent, long allowed) {
    return with(new Limit(percent, allowed), creates, adoptions, gone);
  }

  /**
   * Other limits for creates.
   *
   * @param percent how many records may be created, in percent of those that the source gave last
   * @param allowed so many may be in any case
   * @return the changed brakes
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes withMaxCreates(int percent, long allowed) {
    return with(pulls, new Limit(percent, allowed), adoptions, gone);
  }

  /**
   * Other limits for adoptions.
   *
   * @param percent the share of records without link that may be linked to one of Odoo and
   *     overwrite it
   * @param allowed so many may in any case
   * @return the changed brakes
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes withMaxAdoptions(int percent, long allowed) {
    return with(pulls, creates, new Limit(percent, allowed), gone);
  }

  /**
   * Other limits for records that are gone from the source.
   *
   * @param percent the share of linked records that may be gone at once
   * @param allowed so many may be in any case
   * @return the changed brakes
   * @throws IllegalArgumentException if one is out of range
   */
  public Brakes withMaxGone(int percent, long allowed) {
    return with(pulls, creates, adoptions, new Limit(percent, allowed));
  }

  private Brakes with(Limit pulls, Limit creates, Limit adoptions, Limit gone) {
    return new Brakes(
        onEmptySource,
        onChangedMapping,
        maxUpdatePercent,
        updatesAllowed,
        pulls,
        creates,
        adoptions,
        gone);
  }

  /**
   * The same for a run that deals with few records: limits that it can't exceed are dropped.
   *
   * @param records how many records it deals with at most
   * @return brakes that stop the same runs
   */
  public Brakes forAtMost(long records) {
    return new Brakes(
        onEmptySource,
        onChangedMapping,
        maxUpdatePercent,
        updatesAllowed,
        pulls.forAtMost(records),
        creates.forAtMost(records),
        adoptions.forAtMost(records),
        gone);
  }

  /**
   * How many linked records there must be at least so that none of the limits of updates, pulls,
   * creates and adoptions stops a run that deals with some records, whatever becomes of each.
   *
   * @param records how many records it deals with
   * @return the number; 0 if so few are allowed in any case, {@link Long#MAX_VALUE} if no number is
   *     enough
   */
  public long linkedNeededFor(long records) {
    return Stream.of(new Limit(maxUpdatePercent, updatesAllowed), pulls, creates, adoptions)
        .mapToLong(limit -> limit.linkedNeededFor(records))
        .max()
        .orElse(0);
  }

  /**
   * Whether so many changed records are too many.
   *
   * @param changed records that differ from what was sent last
   * @param linked records that are linked
   * @return {@code true} if the run must stop
   */
  public boolean stops(long changed, long linked) {
    return new Limit(maxUpdatePercent, updatesAllowed).stops(changed, linked);
  }
}
