package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.stage.OpenKind.Successor;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Links;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.store.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which leads are gone because people merged them into others. Odoo deletes such a lead
 * with its external id, whichever way it is merged and on every release; all that is left is the
 * note about it that Odoo writes down at the lead that it was merged into.
 *
 * <p>So it is with a lead of which the answer to its creation was lost, or the whole id store: it
 * may have been created, and merged before the next run.
 *
 * <p>A note that has both name and description of a lead, and that no other one could mean, is
 * certain. Where there is only a name, the lead that is left must be another one of the host's.
 */
final class MergedLeads {

  private static final String MODEL = EntityType.TRAVEL.model();
  private static final String MESSAGE = "mail.message";
  private static final List<String> MESSAGE_FIELDS = List.of("res_id", "subject", "body");

  /** A description that is shorter may be in any text. */
  private static final int MIN_DESCRIPTION = 12;

  /** Between the host's clock, by which an intent has its time, and Odoo's. */
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final OdooClient client;
  private final Links links;
  private final LeadMemory memory;

  MergedLeads(RunContext run) {
    this.client = run.client();
    this.links = run.links();
    this.memory = new LeadMemory(run.memory());
  }

  /**
   * A lead that is gone.
   *
   * @param id {@code null} if it may never have been there
   * @param name its name when host and Odoo last agreed, as {@link MergeNote#essence}
   * @param description the same of its description; empty if that is too short to tell
   * @param seen Odoo's time when they last agreed
   */
  private record Lost(@Nullable Long id, String name, String description, Instant seen) {

    static Lost of(Link link) {
      Base base = Base.parse(link.base());
      String description = agreed(base, "description");
      Instant intended = link.updatedAt().minus(CLOCKS_APART);
      Instant oldest =
          link.isPending() && intended.isAfter(Instant.EPOCH) ? intended : Instant.EPOCH;
      return new Lost(
          link.odooId(),
          agreed(base, "name"),
          description.length() < MIN_DESCRIPTION ? "" : description,
          base.writeDate().orElse(oldest));
    }

    String words() {
      return id == null ? "its lead" : MODEL + " " + id;
    }

    static String agreed(Base base, String field) {
      return base.field(field).map(Base.Agreed::read).map(MergeNote::essence).orElse("");
    }

    boolean isNamedBy(MergeNote.Merged merged) {
      return !name.isEmpty() && merged.name().equals(name);
    }

    boolean isDescribedBy(MergeNote.Merged merged) {
      return !description.isEmpty() && merged.content().contains(description);
    }

    boolean isLike(Lost other) {
      return name.equals(other.name) && description.equals(other.description);
    }
  }

  /** One lead that a note says was merged, and where. */
  private record Trace(long lead, MergeNote.Merged merged) {}

  /**
   * Those of these that were merged, for certain or as it seems.
   *
   * @param gone their links; one that is pending has only the intent of its creation
   */
  Map<LocalKey, Successor> find(Map<LocalKey, Link> gone) {
    if (gone.isEmpty()) {
      return Map.of();
    }
    Map<LocalKey, Lost> lost = new LinkedHashMap<>();
    gone.forEach((key, link) -> lost.put(key, Lost.of(link)));
    try {
      return find(lost, traces(lost.values()));
    } catch (OdooPermissionException e) {
      Successor hidden = new Successor(null, "whether it was, can't be read: " + e.getMessage());
      lost.values().removeIf(lead -> lead.id() == null);
      return lost.keySet().stream().collect(Collectors.toMap(key -> key, key -> hidden));
    }
  }

  private List<Trace> traces(Collection<Lost> lost) {
    Instant since =
        lost.stream().map(Lost::seen).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    Domain notes =
        Domain.field("body")
            .contains(MergeNote.MARK)
            .or(Domain.field("subject").isNotEqualTo(false))
            .and(Domain.field("model").isEqualTo(MODEL))
            .and(Domain.field("date").isAtLeast(since));
    List<Trace> traces = new ArrayList<>();
    AllRecords.read(client, MESSAGE, notes, MESSAGE_FIELDS).stream()
        .map(MergeNote::of)
        .forEach(
            note -> note.merged().forEach(merged -> traces.add(new Trace(note.lead(), merged))));
    return traces;
  }

  private Map<LocalKey, Successor> find(Map<LocalKey, Lost> lost, List<Trace> traces) {
    Map<LocalKey, Successor> found = new LinkedHashMap<>();
    lost.forEach(
        (key, lead) -> successor(lead, lost.values(), traces).ifPresent(s -> found.put(key, s)));
    found.forEach((key, successor) -> memory.merged(key, successor.odooId()));
    return found;
  }

  private Optional<Successor> successor(Lost lead, Collection<Lost> all, List<Trace> traces) {
    List<Trace> named = traces.stream().filter(trace -> lead.isNamedBy(trace.merged())).toList();
    List<Trace> meant =
        lead.description().isEmpty()
            ? named
            : named.stream().filter(trace -> lead.isDescribedBy(trace.merged())).toList();
    long alike = all.stream().filter(lead::isLike).count();
    Set<Long> left = meant.stream().map(Trace::lead).collect(Collectors.toCollection(TreeSet::new));
    if (lead.id() == null && (named.isEmpty() || isExplained(lead, meant, left))) {
      return Optional.empty();
    } else if (left.size() == 1 && meant.size() >= alike && isTrusted(lead, left)) {
      long survivor = left.iterator().next();
      return Optional.of(
          new Successor(survivor, lead.words() + " was merged into " + MODEL + " " + survivor));
    }
    return seems(lead, named, traces);
  }

  /** Whether as many others of that name are known to have been merged into these. */
  private boolean isExplained(Lost lead, List<Trace> meant, Set<Long> left) {
    return !meant.isEmpty() && meant.size() <= followed(lead, left);
  }

  private long followed(Lost lead, Set<Long> left) {
    Set<LocalKey> sharers = new TreeSet<>();
    links.sharers(EntityType.TRAVEL, left).values().forEach(sharers::addAll);
    return links.stored(EntityType.TRAVEL, sharers).values().stream()
        .filter(link -> Base.isGuest(link.base()))
        .filter(link -> lead.name().equals(Lost.agreed(Base.parse(link.base()), "name")))
        .count();
  }

  private boolean isTrusted(Lost lead, Set<Long> left) {
    return !lead.description().isEmpty() || !links.holders(EntityType.TRAVEL, left).isEmpty();
  }

  /** A lead that was renamed before it was merged still has its description in the note. */
  private static Optional<Successor> seems(Lost lead, List<Trace> named, List<Trace> traces) {
    Set<Long> left = new TreeSet<>();
    named.forEach(trace -> left.add(trace.lead()));
    traces.stream()
        .filter(trace -> lead.isDescribedBy(trace.merged()))
        .forEach(trace -> left.add(trace.lead()));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Successor(null, "a note on " + MODEL + " " + words(left) + " has one like it"));
  }

  private static String words(Set<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
