package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNews.Item;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.FailureGroup;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator is to hear after a run.
 *
 * @param news in words
 * @param sites what they are about
 */
public record Tidings(AdminNews news, Set<Site> sites) {

  /** So many records of one cause are a pile: it is told again when it has doubled. */
  private static final int PILE = 10;

  /**
   * Looks for news.
   *
   * @param report what the run did
   * @param troubles what is remembered after it
   * @param seen what the run saw: of anything else it is not known whether it still fails
   * @return nothing if all that is to be told was told
   */
  public static Optional<Tidings> of(
      SyncReport report, Troubles troubles, Sightings seen, NotifierOptions options, Instant now) {
    List<Trouble> all = List.copyOf(troubles.bySite().values());
    List<Trouble> failing =
        where(all, trouble -> !trouble.over() && seen.failing().containsKey(trouble.site()));
    List<Trouble> known = where(failing, trouble -> trouble.told() != null);
    List<Trouble> fresh = where(failing, trouble -> trouble.told() == null);
    boolean isTime = known.stream().anyMatch(trouble -> isDue(trouble, options, now));
    List<Trouble> started = isTime ? fresh : withoutPiles(fresh, all);
    List<Trouble> lasting = isTime ? known : List.of();
    List<Trouble> recovered = where(all, Trouble::over);
    AdminNews news =
        new AdminNews(report, items(started, seen), items(lasting, seen), items(recovered, seen));
    Set<Site> sites = sites(List.of(started, lasting, recovered));
    return sites.isEmpty() ? Optional.empty() : Optional.of(new Tidings(news, sites));
  }

  private static Set<Site> sites(List<List<Trouble>> lists) {
    return lists.stream()
        .flatMap(List::stream)
        .map(Trouble::site)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Trouble> where(List<Trouble> troubles, Predicate<Trouble> wanted) {
    return troubles.stream().filter(wanted).toList();
  }

  private static boolean isDue(Trouble trouble, NotifierOptions options, Instant now) {
    Trouble.Told told = Objects.requireNonNull(trouble.told());
    return trouble.runs() - told.runs() >= options.remindAfterRuns()
        && Duration.between(told.at(), now).compareTo(options.remindAfter()) >= 0;
  }

  /** A pile that grows by one record a run is not told in each run. */
  private static List<Trouble> withoutPiles(List<Trouble> fresh, List<Trouble> all) {
    List<Trouble> told =
        where(all, trouble -> trouble.told() != null && !trouble.over() && isRecord(trouble));
    Map<Alike, List<Trouble>> piles = byLikeness(told);
    List<Trouble> left = new ArrayList<>();
    byLikeness(fresh)
        .forEach(
            (alike, group) -> {
              int pile = piles.getOrDefault(alike, List.of()).size();
              if (pile < PILE || group.size() >= pile) {
                left.addAll(group);
              }
            });
    return left;
  }

  private static boolean isRecord(Trouble trouble) {
    return trouble.site().place() == Place.RECORDS;
  }

  /** What is told as one. */
  private record Alike(Place place, @Nullable EntityType type, FailureCause cause, String like) {
    static Alike of(Trouble trouble) {
      Site site = trouble.site();
      return new Alike(site.place(), site.type(), trouble.cause(), trouble.like());
    }
  }

  private static Map<Alike, List<Trouble>> byLikeness(List<Trouble> troubles) {
    Map<Alike, List<Trouble>> groups = new LinkedHashMap<>();
    troubles.forEach(
        trouble ->
            groups.computeIfAbsent(Alike.of(trouble), alike -> new ArrayList<>()).add(trouble));
    return groups;
  }

  private static List<Item> items(List<Trouble> troubles, Sightings seen) {
    return byLikeness(troubles).values().stream().map(group -> item(group, seen)).toList();
  }

  private static Item item(List<Trouble> group, Sightings seen) {
    Trouble first = group.get(0);
    Failure failure = seen.failing().get(first.site());
    List<LocalKey> keys =
        group.stream()
            .map(trouble -> trouble.site().key())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .limit(FailureGroup.MAX_KEYS)
            .toList();
    return new Item(
        first.site().place(),
        first.site().type(),
        first.cause(),
        failure,
        isRecord(first) ? group.size() : 0,
        keys,
        group.stream().map(Trouble::since).min(Comparator.naturalOrder()).orElseThrow(),
        group.stream().mapToLong(Trouble::runs).max().orElseThrow());
  }
}
