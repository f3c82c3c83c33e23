package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.exchange.BatchWrite;
import io.odoosync.internal.exchange.BatchWriter;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.lead.CrmNames.KnownTags;
import io.odoosync.internal.lead.LeadMemory.Arrival;
import io.odoosync.internal.lead.LeadReader.Lead;
import io.odoosync.internal.lead.LeadSteps.PipelineStep;
import io.odoosync.internal.lead.LeadSteps.Verdict;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.internal.step.Step;
import io.odoosync.internal.step.StepResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings leads to where their travels are: sees where they are now, then takes each missing step
 * for all leads that lack it in one call.
 */
final class LeadFollowUp implements FollowUp<Travel, LeadProgress> {

  private final CrmDirectory crm;
  private final SharedLeads shared;
  private final LeadReader reader;
  private final LeadWrites writes;
  private final LeadMemory memory;
  private final BatchWriter writer;
  private final Clock clock;

  /**
   * Makes it for one run.
   *
   * @param fields the fields of a lead on this server
   * @param shared tells which leads several travels have
   */
  static LeadFollowUp of(RunContext run, CrmDirectory crm, ModelFields fields, SharedLeads shared) {
    LeadReader reader = new LeadReader(run.client(), crm.stages(), fields);
    return new LeadFollowUp(
        crm,
        shared,
        reader,
        new LeadWrites(run, crm, reader, fields),
        new LeadMemory(run.memory()),
        run.writer(),
        run.settings().clock());
  }

  private LeadFollowUp(
      CrmDirectory crm,
      SharedLeads shared,
      LeadReader reader,
      LeadWrites writes,
      LeadMemory memory,
      BatchWriter writer,
      Clock clock) {
    this.crm = crm;
    this.shared = shared;
    this.reader = reader;
    this.writes = writes;
    this.memory = memory;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Set<String> fields() {
    return reader.fields();
  }

  @Override
  public List<Step<LeadProgress>> steps() {
    return Stream.concat(
            Stream.of(new Tagging()), Stream.of(PipelineStep.values()).map(PipelineMove::new))
        .toList();
  }

  /**
   * A travel whose lead may have to follow.
   *
   * @param lead the lead's id; {@code null} if it is only planned to be created
   * @param newTags those of its tags that Odoo does not know yet
   */
  private record Follower(Travel travel, @Nullable Long lead, Set<String> newTags) {
    Optional<Arrival> arrival() {
      return Optional.ofNullable(lead).map(id -> new Arrival(travel.key(), id, travel.state()));
    }
  }

  /** Most travels are new and have nothing to follow. */
  @Override
  public List<LeadProgress> open(Map<LocalKey, Followed<Travel>> travels) {
    List<Follower> followers = new ArrayList<>();
    travels.forEach(
        (key, followed) -> {
          Travel travel = followed.source();
          Long lead = followed.link() == null ? null : followed.link().odooId();
          Set<String> newTags = isGuest(followed) ? Set.of() : newTags(travel);
          if (travel.state() != TravelState.NEW || !newTags.isEmpty()) {
            followers.add(new Follower(travel, lead, newTags));
          }
        });
    Map<Long, Lead> leads = leads(followers, travels);
    Set<Arrival> arrived =
        memory.known(followers.stream().flatMap(f -> f.arrival().stream()).toList());
    List<LeadProgress> work =
        followers.stream().map(follower -> progress(follower, leads, arrived)).toList();
    keepShared(work, travels);
    return work;
  }

  /** The tags of a lead are those of the travel that owns it. */
  private static boolean isGuest(Followed<Travel> followed) {
    return followed.link() != null && Base.parse(followed.link().base()).isGuest();
  }

  private Set<String> newTags(Travel travel) {
    if (travel.tags() == null || travel.tags().isEmpty()) {
      return Set.of();
    }
    KnownTags known = crm.tags(travel.tags());
    return known.problem() == null ? known.missing() : Set.of();
  }

  /** Where the leads are; those that were not read yet are read now, in one call. */
  private Map<Long, Lead> leads(List<Follower> followers, Map<LocalKey, Followed<Travel>> travels) {
    Map<Long, Lead> leads = new LinkedHashMap<>();
    Set<Long> unread = new TreeSet<>();
    for (Follower follower : followers) {
      Followed<Travel> followed = Objects.requireNonNull(travels.get(follower.travel().key()));
      if (followed.read() != null) {
        leads.put(followed.read().id(), reader.lead(followed.read()));
      } else if (follower.lead() != null) {
        unread.add(follower.lead());
      }
    }
    unread.removeAll(leads.keySet());
    leads.putAll(reader.read(unread));
    return leads;
  }

  private LeadProgress progress(Follower follower, Map<Long, Lead> leads, Set<Arrival> arrived) {
    Lead lead = follower.lead() == null ? Lead.FRESH : leads.get(follower.lead());
    if (lead == null) {
      return failed(follower, gone(follower));
    }
    Travel travel = follower.travel();
    boolean reached = follower.arrival().filter(arrived::contains).isPresent();
    Verdict verdict = LeadSteps.decide(travel.state(), lead.state(), reached, qualifiedSequence());
    if (verdict instanceof Verdict.Contradiction found) {
      return failed(follower, Failures.contradiction(found.reason(), found.advice()));
    } else if (verdict instanceof Verdict.Missing missing) {
      return missing(follower, missing.steps(), reached);
    }
    return progress(follower, Set.of(), null, null);
  }

  private int qualifiedSequence() {
    return crm.stages().sequence(crm.stages().qualified());
  }

  private LeadProgress missing(Follower follower, Set<PipelineStep> steps, boolean reached) {
    Optional<LookupResult> reason =
        follower.travel().state() == TravelState.CANCELLED
            ? crm.lostReason(follower.travel().lostReason())
            : Optional.empty();
    Optional<String> problem = reason.flatMap(LookupResult::problem);
    if (problem.isEmpty()) {
      Arrival arrival = reached ? null : follower.arrival().orElse(null);
      Long reasonId = reason.flatMap(LookupResult::id).orElse(null);
      return progress(follower, steps, reasonId, arrival);
    }
    return steps.isEmpty()
        ? progress(follower, steps, null, null)
        : failed(follower, unknownReason(problem.get()));
  }

  private static LeadProgress progress(
      Follower follower,
      Set<PipelineStep> missing,
      @Nullable Long lostReason,
      @Nullable Arrival arrival) {
    Set<PipelineStep> open = EnumSet.noneOf(PipelineStep.class);
    open.addAll(missing);
    return new LeadProgress(
        follower.travel(),
        follower.lead(),
        follower.newTags(),
        open,
        lostReason,
        arrival,
        new StepResult());
  }

  private static LeadProgress failed(Follower follower, Outcome.Failed why) {
    LeadProgress progress = progress(follower, Set.of(), null, null);
    progress.result().failed(why);
    return progress;
  }

  /** Leads can be merged in Odoo: one that another travel goes on with is not marked lost. */
  private void keepShared(List<LeadProgress> work, Map<LocalKey, Followed<Travel>> travels) {
    List<LeadProgress> losing =
        work.stream()
            .filter(progress -> progress.missing().contains(PipelineStep.LOSE))
            .filter(progress -> progress.lead() != null)
            .toList();
    Map<Long, List<Travel>> known = new HashMap<>();
    travels.values().stream()
        .filter(followed -> followed.link() != null)
        .forEach(
            followed ->
                known
                    .computeIfAbsent(followed.link().odooId(), id -> new ArrayList<>())
                    .add(followed.source()));
    Set<Long> goingOn = shared.goingOn(losing.stream().map(LeadProgress::id).toList(), known);
    losing.stream()
        .filter(progress -> goingOn.contains(progress.id()))
        .forEach(progress -> progress.result().failed(shared()));
  }

  @Override
  public void close(Collection<LeadProgress> work) {
    memory.remember(
        work.stream()
            .filter(LeadProgress::hasArrived)
            .map(LeadProgress::arrival)
            .filter(Objects::nonNull)
            .toList());
  }

  /** Makes a change to leads, several of which may be the same one. */
  private void make(BatchWrite change, Collection<LeadProgress> lacking) {
    Map<Long, List<LeadProgress>> byLead =
        lacking.stream()
            .collect(
                Collectors.groupingBy(LeadProgress::id, LinkedHashMap::new, Collectors.toList()));
    Map<Long, OdooException> failures = writer.make(List.copyOf(byLead.keySet()), change);
    for (LeadProgress progress : lacking) {
      OdooException failure = failures.get(progress.id());
      if (failure == null) {
        progress.result().changed(progress.id());
      } else {
        progress.result().failed(Failures.of(failure));
      }
    }
  }

  /** Makes changes that differ by something, a call for all that share it. */
  private <K> void makeEach(
      List<LeadProgress> lacking,
      Function<LeadProgress, Optional<K>> by,
      Function<@Nullable K, BatchWrite> change) {
    Map<Optional<K>, List<LeadProgress>> groups =
        lacking.stream()
            .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    groups.forEach((key, group) -> make(change.apply(key.orElse(null)), group));
  }

  /** Creates tags as far as they are missing, and adds them. */
  private final class Tagging implements Step<LeadProgress> {

    @Override
    public boolean isOpen(LeadProgress progress) {
      return !progress.newTags().isEmpty();
    }

    @Override
    public List<String> words(LeadProgress progress) {
      return new TreeSet<>(progress.newTags()).stream().map(tag -> "new tag " + tag).toList();
    }

    @Override
    public void take(List<LeadProgress> open) {
      makeEach(
          open,
          progress -> Optional.of(progress.newTags()),
          tags -> writes.tagging(Objects.requireNonNull(tags)));
    }
  }

  /** Moves leads on in the pipeline. */
  private final class PipelineMove implements Step<LeadProgress> {

    private final PipelineStep step;

    private PipelineMove(PipelineStep step) {
      this.step = step;
    }

    @Override
    public boolean isOpen(LeadProgress progress) {
      return progress.missing().contains(step);
    }

    @Override
    public List<String> words(LeadProgress progress) {
      String reason = progress.travel().lostReason();
      return List.of(
          switch (step) {
            case QUALIFY -> "stage → " + crm.stages().qualifiedName();
            case CONVERT -> "converted to an opportunity";
            case WIN -> "marked won";
            case LOSE -> reason == null ? "marked lost" : "marked lost: " + reason;
          });
    }

    @Override
    public void take(List<LeadProgress> open) {
      makeEach(
          open,
          progress -> Optional.ofNullable(progress.lostReason()),
          reason -> writes.of(step, reason, clock.instant()));
      open.forEach(progress -> progress.made(step));
    }
  }

  private static Outcome.Failed unknownReason(String problem) {
    return Failures.unresolved(
        problem, "Give the travel one of Odoo's lost reasons, or add this one in Odoo.");
  }

  private static Outcome.Failed shared() {
    return Failures.contradiction(
        "is cancelled, but in Odoo it shares its lead with a travel that goes on",
        "Look at the lead in Odoo: it was merged from several.");
  }

  private static Outcome.Failed gone(Follower follower) {
    return Failures.contradiction(
        EntityType.TRAVEL.model() + " " + follower.lead() + " is no longer in Odoo",
        "Restore the lead in Odoo, or drop its link.");
  }
}
