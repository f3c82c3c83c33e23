package io.odoosync.internal.lead;

import io.odoosync.CrmOptions;
import io.odoosync.OdooReference;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.exchange.NamedOptions;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Travel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Odoo's CRM has of stages, teams, salespeople, tags and lost reasons. What the engine's
 * options name is looked up at once, what travels name batch by batch. Leads are of any company in
 * which the integration user may work, and so is what they refer to.
 */
public final class CrmDirectory implements CrmNames {

  private static final NamedModel STAGE =
      NamedModel.of("stage", "crm.stage", "name", "name").reading(List.of("sequence", "is_won"));
  private static final NamedModel TAG = NamedModel.of("tag", "crm.tag", "name", "name");
  private static final NamedModel LOST_REASON =
      NamedModel.of("lost reason", "crm.lost.reason", "name", "name");

  private final OdooClient client;
  private final OdooClient known;
  private final OdooClient anew;
  private final boolean createsTags;
  private final NameDirectory teams;
  private final NameDirectory salespeople;
  private final NameDirectory lostReasons;
  private final CrmStages stages;
  private final @Nullable Long defaultTeam;
  private final @Nullable Long defaultSalesperson;
  private final @Nullable LookupResult defaultLostReason;
  private NameDirectory tags;

  /**
   * Looks up what the options name.
   *
   * @throws RunStoppedException if Odoo has none like it
   */
  public CrmDirectory(RunContext run, CrmOptions options) {
    this.client = run.client();
    this.known = run.known();
    this.anew = run.server().anew(client);
    this.createsTags = options.createMissingTags();
    this.teams = new NameDirectory(known, NamedOptions.SALES_TEAM);
    this.salespeople = new NameDirectory(known, NamedOptions.SALESPERSON);
    this.tags = new NameDirectory(known, TAG);
    this.lostReasons = new NameDirectory(known, LOST_REASON);
    this.stages = stages(options.qualifiedStage());
    this.defaultTeam = id(named(teams, options.team(), "team"));
    this.defaultSalesperson = id(named(salespeople, options.salesperson(), "salesperson"));
    this.defaultLostReason = named(lostReasons, options.lostReason(), "lostReason");
  }

  private CrmStages stages(OdooReference qualified) {
    NameDirectory stages = new NameDirectory(known, STAGE);
    Collection<OdooRecord> all = stages.all();
    return new CrmStages(
        all, Objects.requireNonNull(id(named(stages, qualified, "qualifiedStage"))));
  }

  private static @Nullable LookupResult named(
      NameDirectory directory, @Nullable OdooReference reference, String option) {
    return NamedOptions.find(directory, reference, "CrmOptions." + option);
  }

  private static @Nullable Long id(@Nullable LookupResult result) {
    return result == null ? null : result.id().orElse(null);
  }

  CrmStages stages() {
    return stages;
  }

  /** Looks up all that a batch names and is not known yet. */
  public void prepare(Collection<Travel> travels) {
    teams.prepare(named(travels, travel -> Stream.ofNullable(travel.team())));
    salespeople.prepare(named(travels, travel -> Stream.ofNullable(travel.salesperson())));
    tags.prepare(
        named(
            travels,
            travel ->
                Stream.ofNullable(travel.tags()).flatMap(List::stream).map(OdooReference::name)));
  }

  private static Set<OdooReference> named(
      Collection<Travel> travels, Function<Travel, Stream<OdooReference>> names) {
    Set<OdooReference> all = new LinkedHashSet<>();
    travels.forEach(travel -> names.apply(travel).forEach(all::add));
    return all;
  }

  /** The reason of a lost lead; nothing if there is to be none. */
  Optional<LookupResult> lostReason(@Nullable String name) {
    return name == null || name.isBlank()
        ? Optional.ofNullable(defaultLostReason)
        : Optional.of(lostReasons.find(name));
  }

  @Override
  public LookupResult team(OdooReference reference) {
    return teams.find(reference);
  }

  @Override
  public LookupResult salesperson(OdooReference reference) {
    return salespeople.find(reference);
  }

  @Override
  public KnownTags tags(List<String> names) {
    tags.prepare(names.stream().map(OdooReference::name).toList());
    Set<Long> ids = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      LookupResult result = tags.known().find(name);
      result.id().ifPresent(ids::add);
      if (createsTags && result instanceof LookupResult.Unknown) {
        missing.add(name.strip());
      } else {
        result.problem().ifPresent(problems::add);
      }
    }
    return new KnownTags(
        ids.stream().sorted().toList(),
        missing,
        problems.isEmpty() ? null : String.join("; ", problems));
  }

  /**
   * Creates those of these tags that are still missing. Odoo keeps names of tags unique, so two who
   * do this at once create one.
   *
   * @return the ids of all of them
   */
  List<Long> createTags(Collection<String> names) {
    tags = new NameDirectory(anew, TAG);
    Set<String> missing = tags(List.copyOf(names)).missing();
    if (!missing.isEmpty()) {
      client.create(TAG.model(), missing.stream().map(name -> Map.of("name", name)).toList());
      tags = new NameDirectory(anew, TAG);
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
