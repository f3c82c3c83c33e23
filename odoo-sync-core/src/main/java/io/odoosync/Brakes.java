package io.odoosync;

/**
 * What stops a run before its first write, because it looks like a mistake rather than a day's
 * work. A person then looks, and lets one run pass with {@code engine.run(Brakes.released())}.
 *
 * <p>To find out, the run reads all sources once before it begins, and once more for its work.
 *
 * @param onEmptySource whether a source that gives no record at all, although some of its kind are
 *     linked already, stops the run
 * @param onChangedMapping whether a set of Odoo fields other than in the last run stops the run:
 *     the host's mapping was changed, or Odoo has lost or gained a field
 * @param maxUpdatePercent the share of linked records that may differ from what was sent last, 0 to
 *     100; a larger one stops the run
 * @param updatesAllowed so many records may differ in any case
 */
public record Brakes(
    boolean onEmptySource, boolean onChangedMapping, int maxUpdatePercent, long updatesAllowed) {

  /** The share of linked records that may differ unless told otherwise: {@value} percent. */
  public static final int DEFAULT_MAX_UPDATE_PERCENT = 50;

  /** How many records may differ in any case unless told otherwise: {@value}. */
  public static final long DEFAULT_UPDATES_ALLOWED = 100;

  /** All brakes, with the default limits. */
  public static final Brakes DEFAULT =
      new Brakes(true, true, DEFAULT_MAX_UPDATE_PERCENT, DEFAULT_UPDATES_ALLOWED);

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
  }

  /**
   * No brakes: a deliberate go-ahead.
   *
   * @return brakes that stop nothing
   */
  public static Brakes released() {
    return new Brakes(false, false, 100, Long.MAX_VALUE);
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
    return new Brakes(onEmptySource, onChangedMapping, percent, allowed);
  }

  /**
   * Whether so many changed records are too many.
   *
   * @param changed records that differ from what was sent last
   * @param linked records that are linked
   * @return {@code true} if the run must stop
   */
  public boolean stops(long changed, long linked) {
    return changed > updatesAllowed && changed * 100 > linked * maxUpdatePercent;
  }
}
