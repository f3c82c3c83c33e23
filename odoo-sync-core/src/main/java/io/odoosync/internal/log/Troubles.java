package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.StageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What fails now, and what has ended without the administrator having heard of it. Bounded: of each
 * kind so many records as a report lists. Immutable.
 *
 * @param bySite each at its site
 */
public record Troubles(Map<Site, Trouble> bySite) {

  static final Troubles NONE = new Troubles(Map.of());

  public Troubles {
    bySite = Collections.unmodifiableMap(new LinkedHashMap<>(bySite));
  }

  static Troubles of(Collection<Trouble> troubles) {
    Map<Site, Trouble> bySite = new LinkedHashMap<>();
    troubles.forEach(trouble -> bySite.put(trouble.site(), trouble));
    return new Troubles(bySite);
  }

  boolean isEmpty() {
    return bySite.isEmpty();
  }

  @Nullable Trouble at(Site site) {
    return bySite.get(site);
  }

  /**
   * After a run.
   *
   * @param seen what failed in it, and what did not any more
   * @param began when it began
   * @param telling whether there is somebody to tell that something has ended
   */
  public Troubles after(Sightings seen, Instant began, boolean telling) {
    Map<Site, Trouble> next = new LinkedHashMap<>();
    bySite.forEach(
        (site, trouble) -> {
          Failure failure = seen.failing().get(site);
          if (failure != null) {
            next.put(site, trouble.again(failure, began));
          } else if (!seen.over().contains(site)) {
            next.put(site, trouble);
          } else if (telling && trouble.told() != null) {
            next.put(site, trouble.ended());
          }
        });
    seen.failing()
        .forEach((site, why) -> next.computeIfAbsent(site, at -> Trouble.first(at, why, began)));
    return of(bounded(next.values()));
  }

  private static List<Trouble> bounded(Collection<Trouble> troubles) {
    Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
    List<Trouble> kept = new ArrayList<>();
    for (Trouble trouble : troubles) {
      EntityType type = trouble.site().type();
      boolean isRecord = trouble.site().place() == Place.RECORDS && type != null;
      if (!isRecord || counts.merge(type, 1, Integer::sum) <= StageReport.MAX_FAILURES) {
        kept.add(trouble);
      }
    }
    return kept;
  }

  /** After the administrator has heard of some: what has ended is forgotten. */
  public Troubles told(Set<Site> sites, Instant now) {
    Map<Site, Trouble> next = new LinkedHashMap<>();
    bySite.forEach(
        (site, trouble) -> {
          if (!sites.contains(site)) {
            next.put(site, trouble);
          } else if (!trouble.over()) {
            next.put(site, trouble.toldAt(now));
          }
        });
    return new Troubles(next);
  }

  /** Those that are not about a record. */
  Troubles without(EntityType type, LocalKey key) {
    return where(trouble -> !trouble.site().equals(Site.record(type, key)));
  }

  private Troubles where(Predicate<Trouble> wanted) {
    return of(bySite.values().stream().filter(wanted).toList());
  }
}
