package io.odoosync.internal.lead;

import io.odoosync.CrmOptions;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.OdooReference;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Odoo's CRM has of stages, teams, salespeople, tags and lost reasons. What the engine's
 * options name is looked up at once; what travels name when it is asked for. A call or two a kind
 * and run, however many travels there are.
 */
public final class CrmDirectory implements CrmNames {

  private static final String TAG = "crm.tag";

  private final OdooClient client;
  private final boolean createsTags;
  private final Catalogue teams;
  private final Catalogue salespeople;
  private final Catalogue tags;
  private final Catalogue lostReasons;
  private final CrmStages stages;
  private final @Nullable Long defaultTeam;
  private final @Nullable Long defaultSalesperson;
  private final @Nullable Long defaultLostReason;

  /**
   * Looks up what the options name.
   *
   * @throws RunStoppedException if Odoo has none like it
   */
  public CrmDirectory(OdooClient client, CrmOptions options) {
    this.client = client;
    this.createsTags = options.createMissingTags();
    this.teams = new Catalogue(client, "sales team", "crm.team", Domain.all(), List.of("name"));
    this.salespeople =
        new Catalogue(
            client,
            "internal user",
            "res.users",
            Domain.field("share").isEqualTo(false),
            List.of("login", "email", "name"));
    this.tags = new Catalogue(client, "tag", TAG, Domain.all(), List.of("name"));
    this.lostReasons =
        new Catalogue(client, "lost reason", "crm.lost.reason", Domain.all(), List.of("name"));
    this.stages = stages(options.qualifiedStage());
    this.defaultTeam = named(teams, options.team(), "team");
    this.defaultSalesperson = named(salespeople, options.salesperson(), "salesperson");
    this.defaultLostReason = named(lostReasons, options.lostReason(), "lostReason");
  }

  private CrmStages stages(OdooReference qualified) {
    Catalogue known =
        new Catalogue(
            client, "stage", "crm.stage", Domain.all(), List.of("name"), "sequence", "is_won");
    long stage = Objects.requireNonNull(named(known, qualified, "qualifiedStage"));
    return new CrmStages(known.records(), stage);
  }

  private static @Nullable Long named(
      Catalogue catalogue, @Nullable OdooReference reference, String option) {
    if (reference == null) {
      return null;
    }
    Found found = catalogue.find(reference);
    if (found.id() == null) {
      throw new RunStoppedException(
          Failure.of(
              FailureCause.UNRESOLVED_NAME,
              String.valueOf(found.problem()),
              "Name another with CrmOptions." + option + "(…)."),
          null);
    }
    return found.id();
  }

  CrmStages stages() {
    return stages;
  }

  /** The reason of a lost lead; nothing found and no problem if there is to be none. */
  Found lostReason(@Nullable String name) {
    return name == null || name.isBlank()
        ? new Found(defaultLostReason, null)
        : lostReasons.find(OdooReference.name(name.strip()));
  }

  @Override
  public Found team(OdooReference reference) {
    return teams.find(reference);
  }

  @Override
  public Found salesperson(OdooReference reference) {
    return salespeople.find(reference);
  }

  @Override
  public FoundTags tags(List<String> names) {
    List<Long> ids = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      Found found = tags.find(OdooReference.name(name.strip()));
      if (found.id() != null) {
        ids.add(found.id());
      } else {
        missing.add(name.strip());
        problems.add(String.valueOf(found.problem()));
      }
    }
    return new FoundTags(
        ids.stream().distinct().sorted().toList(),
        missing,
        createsTags || problems.isEmpty() ? null : String.join("; ", problems));
  }

  /**
   * Creates those of these tags that are still missing. Odoo keeps names of tags unique, so two who
   * do this at once create one.
   *
   * @return the ids of all of them
   */
  List<Long> createTags(Collection<String> names) {
    tags.forget();
    Set<String> missing = tags(List.copyOf(names)).missing();
    if (!missing.isEmpty()) {
      client.create(TAG, missing.stream().map(name -> Map.of("name", name)).toList());
      tags.forget();
    }
    return tags(List.copyOf(names)).ids();
  }

  @Override
  public @Nullable Long defaultTeam() {
    return defaultTeam;
  }

  @Override
  public @Nullable Long defaultSalesperson() {
    return defaultSalesperson;
  }
}
