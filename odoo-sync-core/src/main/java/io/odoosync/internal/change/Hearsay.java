package io.odoosync.internal.change;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.state.StoreAccess;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Odoo is said to have changed. Records that are ours go into the outbox; the others are
 * passed over, also those that a run is just creating.
 *
 * <p>Our own writes come back too: Odoo says so before it answers the call that wrote. So what is
 * heard while a run of this process is under way is held until that is over: a link that was saved
 * after the hearing holds what Odoo had after the write. {@code write_date} alone would not tell:
 * where Odoo computes a field anew, a webhook has the time of the write before, which is the
 * link's. What is held is lost with the process, as webhooks are when nobody listens.
 *
 * <p>Safe for use by several threads.
 */
public final class Hearsay {

  /** How many ids a store is asked for at a time. */
  private static final int AT_ONCE = 1_000;

  private static final int MOST_HELD = 10_000;

  /** A batch of ours and its reading back take less, and a person does not wait for a long run. */
  private static final Duration LONGEST_HELD = Duration.ofSeconds(30);

  private final IdStore links;
  private final Waiting waiting;
  private final Clock clock;
  private final BooleanSupplier running;
  private final Runnable noted;
  private final SafeLog out;
  private final Map<Subject, Said> held = new HashMap<>();

  /**
   * Listens for an engine.
   *
   * @param running whether a run of this process is under way
   * @param noted is told when something was put into the outbox
   */
  public Hearsay(Settings settings, BooleanSupplier running, Runnable noted) {
    this.links = settings.storage().links();
    this.waiting = new Waiting(settings);
    this.clock = settings.clock();
    this.running = running;
    this.noted = noted;
    this.out = SafeLog.of(Hearsay.class, settings.redaction());
  }

  private record Subject(EntityType type, LocalKey key) {}

  /**
   * What is held.
   *
   * @param at when it was heard, as precise as links tell when they were saved
   * @param written the record's {@code write_date}, if that was said
   */
  private record Said(Instant at, @Nullable Instant written) {}

  /**
   * Hears that records were changed.
   *
   * @param types the kinds of records that the model holds
   * @param ids what may be anything
   * @param written their {@code write_date}, if that was said
   * @return how many local records that is about
   * @throws StageFailedException if a store fails
   */
  public int hear(Set<EntityType> types, Collection<Long> ids, @Nullable Instant written) {
    List<Long> possible = List.copyOf(new TreeSet<>(ids).tailSet(1L));
    Set<Subject> ours = new LinkedHashSet<>();
    for (EntityType type : types) {
      for (int from = 0; from < possible.size(); from += AT_ONCE) {
        List<Long> some = possible.subList(from, Math.min(from + AT_ONCE, possible.size()));
        guarded(() -> links.findByOdooId(type, some))
            .forEach(link -> ours.add(new Subject(type, link.key())));
      }
    }
    if (!ours.isEmpty()) {
      hear(ours, new Said(clock.instant().truncatedTo(ChronoUnit.MILLIS), written));
    }
    return ours.size();
  }

  private void hear(Set<Subject> ours, Said said) {
    if (!running.getAsBoolean() || !hold(ours, said)) {
      note(ours);
      return;
    }
    Instant longAgo = said.at().minus(LONGEST_HELD);
    settle(one -> !one.at().isAfter(longAgo));
    if (!running.getAsBoolean()) {
      settle(); // It ended before it could see what was held for it.
    }
  }

  private synchronized boolean hold(Set<Subject> ours, Said said) {
    if (held.size() + ours.size() > MOST_HELD) {
      return false;
    }
    ours.forEach(subject -> held.put(subject, said));
    return true;
  }

  /** A run is over: what is held was its own writing, or is noted. Throws nothing. */
  public void runEnded() {
    try {
      settle();
    } catch (StageFailedException e) {
      out.warn("what Odoo said during the run is lost: {}", e.failure().toString(), e.getCause());
    }
  }

  private void settle() {
    settle(said -> true);
  }

  private void settle(Predicate<Said> which) {
    Map<Subject, Said> taken = release(which);
    byType(taken.keySet())
        .forEach((type, keys) -> links(type, keys).forEach(link -> passOverOwn(link, taken)));
    note(taken.keySet());
  }

  private static void passOverOwn(Link link, Map<Subject, Said> taken) {
    Subject subject = new Subject(link.type(), link.key());
    if (isOwn(link, taken.get(subject))) {
      taken.remove(subject);
    }
  }

  private List<Link> links(EntityType type, List<LocalKey> keys) {
    List<Link> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      List<LocalKey> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
      found.addAll(guarded(() -> links.find(type, some)).values());
    }
    return found;
  }

  private static <R> R guarded(Supplier<R> access) {
    return StoreAccess.get("the id store", access);
  }

  private synchronized Map<Subject, Said> release(Predicate<Said> which) {
    Map<Subject, Said> taken = new HashMap<>(held);
    taken.values().removeIf(which.negate());
    held.keySet().removeAll(taken.keySet());
    return taken;
  }

  private static boolean isOwn(Link link, @Nullable Said said) {
    return said != null
        && !link.updatedAt().isBefore(said.at())
        && (said.written() == null || agreesOn(link, said.written()));
  }

  /** Where a link does not know when Odoo wrote, that it was saved since must do. */
  private static boolean agreesOn(Link link, Instant written) {
    Instant second = written.truncatedTo(ChronoUnit.SECONDS);
    return writeDate(link).map(second::equals).orElse(true);
  }

  private static Optional<Instant> writeDate(Link link) {
    try {
      return Base.parse(link.base()).writeDate();
    } catch (IllegalStateException e) {
      return Optional.of(Instant.MIN); // A damaged base is the run's to report.
    }
  }

  private void note(Set<Subject> subjects) {
    byType(subjects).forEach(waiting::add);
    if (!subjects.isEmpty()) {
      noted.run();
    }
  }

  private static Map<EntityType, List<LocalKey>> byType(Set<Subject> subjects) {
    Map<EntityType, List<LocalKey>> byType = new EnumMap<>(EntityType.class);
    subjects.forEach(
        subject ->
            byType.computeIfAbsent(subject.type(), type -> new ArrayList<>()).add(subject.key()));
    return byType;
  }
}
