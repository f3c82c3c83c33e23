package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.lead.CrmNames.Found;
import io.odoosync.internal.lead.CrmNames.FoundTags;
import io.odoosync.internal.lead.LeadMemory.Arrival;
import io.odoosync.internal.lead.LeadReader.Lead;
import io.odoosync.internal.lead.LeadSteps.Step;
import io.odoosync.internal.lead.LeadSteps.Verdict;
import io.odoosync.internal.stage.BatchWrite;
import io.odoosync.internal.stage.BatchWriter;
import io.odoosync.internal.stage.FollowUp;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings leads to where their travels are: reads where they are now, then makes each missing step
 * for all leads that lack it in one call.
 */
public final class LeadFollowUp implements FollowUp<Travel> {

  private final CrmDirectory crm;
  private final LeadReader reader;
  private final LeadWrites leadChanges;
  private final LeadMemory memory;
  private final BatchWriter changes;
  private final Clock clock;

  /**
   * Makes it for one run.
   *
   * @param fields the fields of a lead on this server
   */
  public static LeadFollowUp of(RunContext run, CrmDirectory crm, ModelFields fields) {
    LeadReader reader = new LeadReader(run.client(), crm.stages());
    return new LeadFollowUp(
        crm,
        reader,
        new LeadWrites(run.client(), crm, reader, fields),
        new LeadMemory(run.memory()),
        run.changes(),
        run.settings().clock());
  }

  private LeadFollowUp(
      CrmDirectory crm,
      LeadReader reader,
      LeadWrites leadChanges,
      LeadMemory memory,
      BatchWriter changes,
      Clock clock) {
    this.crm = crm;
    this.reader = reader;
    this.leadChanges = leadChanges;
    this.memory = memory;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A travel whose lead may have to follow.
   *
   * @param lead the lead's id; {@code null} if it is only planned to be created
   * @param newTags those of its tags that Odoo does not know yet
   */
  private record Follower(Travel travel, @Nullable Long lead, Set<String> newTags) {
    private Arrival arrival() {
      return new Arrival(travel.key(), Objects.requireNonNull(lead), travel.state());
    }
  }

  @Override
  public Map<LocalKey, List<String>> plan(Map<LocalKey, Followed<Travel>> travels) {
    List<Follower> followers = followers(travels);
    Situation situation = situation(followers);
    Map<LocalKey, List<String>> planned = new HashMap<>();
    for (Follower follower : followers) {
      List<String> words = words(follower, situation.verdict(follower));
      if (!words.isEmpty()) {
        planned.put(follower.travel().key(), words);
      }
    }
    return planned;
  }

  @Override
  public Map<LocalKey, Outcome> apply(Map<LocalKey, Followed<Travel>> travels) {
    List<Follower> followers = followers(travels);
    Round round = new Round(situation(followers));
    followers.forEach(round::add);
    round.make();
    return round.outcomes;
  }

  /** Most travels are new and have nothing to follow; their leads are not even read. */
  private List<Follower> followers(Map<LocalKey, Followed<Travel>> travels) {
    List<Follower> followers = new ArrayList<>();
    travels.forEach(
        (key, followed) -> {
          Travel travel = followed.source();
          Long lead = followed.link() == null ? null : followed.link().odooId();
          Set<String> newTags = newTags(travel);
          if (travel.state() != TravelState.NEW || !newTags.isEmpty()) {
            followers.add(new Follower(travel, lead, newTags));
          }
        });
    return followers;
  }

  private Set<String> newTags(Travel travel) {
    if (travel.tags() == null || travel.tags().isEmpty()) {
      return Set.of();
    }
    FoundTags found = crm.tags(travel.tags());
    return found.problem() == null ? found.missing() : Set.of();
  }

  private Situation situation(List<Follower> followers) {
    List<Follower> present = followers.stream().filter(f -> f.lead() != null).toList();
    return new Situation(
        reader.read(
            present.stream().map(Follower::lead).filter(Objects::nonNull).distinct().toList()),
        memory.known(present.stream().map(Follower::arrival).toList()));
  }

  /** Where the leads of a batch are, and which of them have been where their travels are. */
  private final class Situation {
    private final Map<Long, Lead> leads;
    private final Set<Arrival> arrived;

    private Situation(Map<Long, Lead> leads, Set<Arrival> arrived) {
      this.leads = leads;
      this.arrived = arrived;
    }

    private @Nullable Lead lead(Follower follower) {
      return follower.lead() == null ? Lead.FRESH : leads.get(follower.lead());
    }

    private boolean hasArrived(Follower follower) {
      return follower.lead() != null && arrived.contains(follower.arrival());
    }

    /** {@code null} if the lead is gone. */
    private @Nullable Verdict verdict(Follower follower) {
      Lead lead = lead(follower);
      return lead == null
          ? null
          : LeadSteps.decide(
              follower.travel().state(),
              lead.state(),
              hasArrived(follower),
              crm.stages().sequence(crm.stages().qualified()));
    }
  }

  private List<String> words(Follower follower, @Nullable Verdict verdict) {
    List<String> words = new ArrayList<>();
    if (verdict != null) {
      new TreeSet<>(follower.newTags()).forEach(tag -> words.add("new tag " + tag));
    }
    if (verdict instanceof Verdict.Missing missing) {
      missing.steps().forEach(step -> words.add(words(step, follower.travel())));
    }
    return words;
  }

  private String words(Step step, Travel travel) {
    return switch (step) {
      case QUALIFY -> "stage → " + crm.stages().qualifiedName();
      case CONVERT -> "converted to an opportunity";
      case WIN -> "marked won";
      case LOSE ->
          travel.lostReason() == null ? "marked lost" : "marked lost: " + travel.lostReason();
    };
  }

  /** What one batch lacks, by the calls that bring it. */
  private final class Round {
    private final Situation situation;
    private final Map<Set<String>, List<Follower>> tags = new LinkedHashMap<>();
    private final Map<Step, Map<Found, List<Follower>>> steps = new EnumMap<>(Step.class);
    private final List<Follower> followed = new ArrayList<>();
    private final Set<Long> goingOn = new HashSet<>();
    private final Map<LocalKey, Outcome> outcomes = new HashMap<>();

    private Round(Situation situation) {
      this.situation = situation;
    }

    private void add(Follower follower) {
      Verdict verdict = situation.verdict(follower);
      if (verdict == null) {
        fail(follower, gone(follower));
      } else {
        if (!follower.newTags().isEmpty()) {
          tags.computeIfAbsent(follower.newTags(), t -> new ArrayList<>()).add(follower);
        }
        add(follower, verdict);
      }
    }

    private void add(Follower follower, Verdict verdict) {
      if (verdict instanceof Verdict.Contradiction found) {
        fail(follower, Failures.contradiction(found.reason(), found.advice()));
      } else if (verdict instanceof Verdict.Missing missing) {
        Found reason = lostReason(follower.travel());
        if (reason.problem() == null) {
          missing.steps().forEach(step -> add(follower, step, reason));
          followed.add(follower);
        } else if (!missing.steps().isEmpty()) {
          fail(follower, unknownReason(reason.problem()));
        }
      }
    }

    private Found lostReason(Travel travel) {
      return travel.state() == TravelState.CANCELLED
          ? crm.lostReason(travel.lostReason())
          : new Found(null, null);
    }

    private void add(Follower follower, Step step, Found reason) {
      if (step != Step.LOSE) {
        goingOn.add(follower.arrival().lead());
      }
      steps
          .computeIfAbsent(step, s -> new LinkedHashMap<>())
          .computeIfAbsent(reason, r -> new ArrayList<>())
          .add(follower);
    }

    /** Leads can be merged in Odoo: one that another travel moves on is not marked lost. */
    private void keepShared() {
      steps.getOrDefault(Step.LOSE, Map.of()).values().stream()
          .flatMap(List::stream)
          .filter(follower -> goingOn.contains(follower.lead()))
          .forEach(follower -> fail(follower, shared()));
    }

    private void make() {
      keepShared();
      tags.forEach((names, lacking) -> make(leadChanges.tagging(names), lacking));
      steps.forEach(
          (step, byReason) ->
              byReason.forEach(
                  (reason, lacking) ->
                      make(leadChanges.of(step, reason.id(), clock.instant()), lacking)));
      memory.remember(
          followed.stream()
              .filter(follower -> !hasFailed(follower) && !situation.hasArrived(follower))
              .map(Follower::arrival)
              .toList());
    }

    /** A lead for which an earlier step failed is left where it is. */
    private void make(BatchWrite change, Collection<Follower> lacking) {
      Map<Long, List<Follower>> byLead = new LinkedHashMap<>();
      lacking.stream()
          .filter(follower -> !hasFailed(follower))
          .forEach(
              follower ->
                  byLead
                      .computeIfAbsent(follower.arrival().lead(), lead -> new ArrayList<>())
                      .add(follower));
      Map<Long, OdooException> failures = changes.make(List.copyOf(byLead.keySet()), change);
      byLead.forEach(
          (lead, followers) -> followers.forEach(f -> settle(f, lead, failures.get(lead))));
    }

    private void settle(Follower follower, long lead, @Nullable OdooException failure) {
      if (failure == null) {
        outcomes.put(follower.travel().key(), new Outcome.Updated(lead));
      } else {
        fail(follower, Failures.of(failure));
      }
    }

    private boolean hasFailed(Follower follower) {
      return outcomes.get(follower.travel().key()) instanceof Outcome.Failed;
    }

    private void fail(Follower follower, Outcome.Failed failure) {
      outcomes.put(follower.travel().key(), failure);
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
