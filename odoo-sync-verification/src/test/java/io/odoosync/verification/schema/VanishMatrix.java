package io.odoosync.verification.schema;

import io.odoosync.report.CheckReport;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.OdooSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One world for each thing of a server that may vanish: a first run, the change, edits in the host,
 * a second run, the change undone, a third run, and a fourth one that must be idle. After the
 * second, nothing wrong may be anywhere, and what is not done must have been said; after the third,
 * Odoo must hold what it holds where nothing ever vanished.
 */
final class VanishMatrix {

  /** How a second run ended. */
  enum Outcome {
    /** Nothing was missing, so nothing was said. */
    UNTOUCHED,
    /** The rest went on, and it was said what did not. */
    WARNED,
    /** Some records failed, which was said; the rest went on. */
    FAILED,
    /** The run stopped before it wrote anything, and said why. */
    STOPPED
  }

  private static final Set<Mutation.Kind> LOSES_VALUES =
      Set.of(Mutation.Kind.DROPPED, Mutation.Kind.RETYPED);

  private static final Set<String> NOT_EVERYWHERE =
      Set.of("mobile", "company_registry", "siret", "additional_identifiers");

  private final OdooRelease release;
  private final Named named;
  private final Map<String, Map<String, String>> types = new HashMap<>();
  private final Map<String, Set<String>> compared;
  private final Picture first;
  private final Picture last;
  private final Set<String> told;
  private final Set<String> kept;

  /** Looks at a world in which nothing vanishes. */
  VanishMatrix(OdooRelease release) {
    this.release = release;
    try (Site site = new Site(release)) {
      require(site.run());
      List<Exchange> before = site.odoo().requests();
      site.school().change();
      require(site.run());
      require(site.run());
      site.engine().check();
      this.named = Named.in(site.odoo().requests(), site.client(), site.odoo().schema());
      OdooSchema schema = site.odoo().schema();
      schema.models().forEach(model -> types.put(model, schema.fields(model)));
      this.compared = named.sent();
      this.last = Picture.of(site.odoo(), compared);
      this.told = Set.copyOf(site.school().told());
      this.kept = Set.copyOf(site.keptInStep());
      if (before.isEmpty() || !site.school().taken().isEmpty()) {
        throw new AssertionError("taken: " + site.school().taken());
      }
    }
    try (Site site = new Site(release)) {
      require(site.run());
      this.first = Picture.of(site.odoo(), compared);
    }
  }

  private static void require(SyncReport report) {
    if (!report.isSuccessful()) {
      throw new AssertionError("nothing vanished, and yet: " + report);
    }
  }

  /** All that may vanish, by what the engine named in its requests. */
  List<Mutation> mutations() {
    return new Mutations(named, types, last).all();
  }

  /**
   * Tries one that happens between two runs.
   *
   * @param findings takes what is wrong, in words
   */
  Outcome tried(Mutation mutation, List<String> findings) {
    try (Site site = new Site(release)) {
      require(site.run());
      mutation.change().accept(site.odoo().schema());
      Verdict verdict = new Verdict(site, mutation, findings, false);
      site.school().change();
      site.odoo().forgetRequests();
      Outcome outcome = verdict.second(site.run(), site.odoo().writes());
      undo(mutation, site, outcome);
      verdict.third();
      return outcome;
    }
  }

  /**
   * Tries one that happens in the middle of a run, before a call. An invoice may be seen on its way
   * then.
   *
   * @param methods the methods of which one is called, as a regular expression
   * @param findings takes what is wrong, in words
   */
  SyncReport triedInARun(Mutation mutation, String model, String methods, List<String> findings) {
    try (Site site = new Site(release)) {
      require(site.run());
      Verdict verdict = new Verdict(site, mutation, findings, true);
      site.school().change();
      site.odoo()
          .faults()
          .where(request -> request.model().equals(model) && request.method().matches(methods))
          .once(Fault.before(request -> mutation.change().accept(site.odoo().schema())));
      SyncReport report = site.run();
      verdict.picture();
      site.odoo().forgetRequests();
      undo(mutation, site, verdict.second(site.run(), site.odoo().writes()));
      verdict.third();
      return report;
    }
  }

  /**
   * What is kept in step comes back empty, if there was a run that could learn that it was gone.
   */
  private void undo(Mutation mutation, Site site, Outcome outcome) {
    mutation.undo().accept(site.odoo().schema());
    boolean isKept =
        kept.stream()
            .anyMatch(
                name ->
                    name.endsWith("." + mutation.name())
                        && name.contains(mutation.model().replace('.', '_')));
    boolean wasGone = LOSES_VALUES.contains(mutation.kind());
    if (wasGone && isKept && outcome != Outcome.STOPPED) {
      site.odoo().schema().empty(mutation.model(), mutation.name());
    }
  }

  /** What there is to say of one world. */
  private final class Verdict {
    private final Site site;
    private final Mutation mutation;
    private final List<String> findings;

    private final Map<String, Map<String, Object>> others;
    private final boolean inARun;

    private Verdict(Site site, Mutation mutation, List<String> findings, boolean inARun) {
      this.inARun = inARun;
      this.others = Picture.of(site.odoo(), compared).others();
      this.site = site;
      this.mutation = mutation;
      this.findings = findings;
    }

    private void wrong(String what) {
      findings.add(mutation + ": " + what);
    }

    private Outcome second(SyncReport report, List<Exchange> writes) {
      Picture now = picture();
      boolean same = differences(last.ours(), now.ours(), mutation.name()).isEmpty();
      return outcome(report, writes, same);
    }

    /** Looks at what Odoo and the host hold. */
    private Picture picture() {
      Picture now = Picture.of(site.odoo(), compared);
      ours(now);
      others(others, now);
      host();
      return now;
    }

    private Outcome outcome(SyncReport report, List<Exchange> writes, boolean same) {
      boolean said = said(report.toString());
      String checked = said ? checked() : "";
      if (report.status() != RunStatus.COMPLETED) {
        if (!said) {
          wrong("stopped, and does not say why: " + report.stopped());
        }
        if (!writes.isEmpty()) {
          wrong("stopped after it had written " + writes.size() + " times: " + report.stopped());
        }
        return Outcome.STOPPED;
      } else if (!report.isSuccessful()) {
        if (!said && !namesAConsequence()) {
          wrong("records failed, and it was not said why: " + report);
        }
        return Outcome.FAILED;
      } else if (said) {
        if (!said(checked) && !isForTheRunToSay()) {
          wrong("check() does not say it: " + checked);
        }
        return Outcome.WARNED;
      } else if (!same) {
        wrong("nothing was said, and Odoo has not all: " + now());
      }
      return Outcome.UNTOUCHED;
    }

    private Map<String, String> now() {
      return differences(last.ours(), now3(), mutation.name());
    }

    private String checked() {
      CheckReport report = site.engine().check();
      return report.toString();
    }

    /**
     * {@code check()} reads no records, so knows no types, nor who has what not each release keeps.
     */
    private boolean isForTheRunToSay() {
      return mutation.kind() == Mutation.Kind.RETYPED || NOT_EVERYWHERE.contains(mutation.name());
    }

    /**
     * Odoo 14 says of an invoice without a required value only what follows from that, and of its
     * lines it names labels.
     */
    private boolean namesAConsequence() {
      return release == OdooRelease.V14
          && mutation.kind() == Mutation.Kind.REQUIRED
          && mutation.model().startsWith("account.move");
    }

    /** Whether a text names what vanished. */
    private boolean said(String text) {
      return text.contains(mutation.name()) && text.contains(mutation.model());
    }

    private void ours(Picture now) {
      now.ours()
          .forEach(
              (name, values) ->
                  values.forEach(
                      (field, value) -> {
                        if (!mayBe(name, field, value)) {
                          wrong(name + "." + field + " is " + value);
                        }
                      }));
      first.ours().keySet().stream()
          .filter(name -> !now.ours().containsKey(name))
          .forEach(name -> wrong(name + " is gone"));
    }

    /** As before the run or as wanted after it; of what vanished, nothing too. */
    private boolean mayBe(String name, String field, Object value) {
      Object before = value(first, name, field);
      Object wanted = value(last, name, field);
      boolean isNothing = Set.of(false, "").contains(value);
      boolean isMobile = mutation.name().equals("mobile") && field.equals("phone");
      return value.equals(before)
          || value.equals(wanted)
          || (isMobile && value.equals(value(last, name, "mobile")))
          || (!first.ours().containsKey(name) && Picture.STATES.contains(field))
          || isServersOwn(name, field)
          || (isNothing && (field.equals(mutation.name()) || !first.ours().containsKey(name)));
    }

    /** What a server finds out by itself it gives to new records as it likes. */
    private boolean isServersOwn(String name, String field) {
      return mutation.kind() == Mutation.Kind.READONLY
          && field.equals(mutation.name())
          && !first.ours().containsKey(name);
    }

    /** Odoo wins: its own values come to the host once they can be changed again. */
    private boolean isServersOwn(String taken) {
      return mutation.kind() == Mutation.Kind.READONLY
          && taken.contains(": " + mutation.name() + ":");
    }

    private static Object value(Picture picture, String name, String field) {
      return picture.ours().getOrDefault(name, Map.of()).getOrDefault(field, "absent");
    }

    private void others(Map<String, Map<String, Object>> before, Picture now) {
      before.forEach(
          (name, values) -> {
            Map<String, Object> after = new HashMap<>(now.others().getOrDefault(name, Map.of()));
            after.keySet().retainAll(values.keySet());
            Map<String, Object> same = new HashMap<>(values);
            same.keySet().retainAll(after.keySet());
            same.keySet().removeIf(this::maySeemOtherwise);
            after.keySet().removeIf(this::maySeemOtherwise);
            if (!after.equals(same) || after.isEmpty()) {
              after.entrySet().removeAll(same.entrySet());
              wrong("a record of others was changed: " + name + ": " + after);
            }
          });
      now.others().keySet().stream()
          .filter(name -> !before.containsKey(name))
          .forEach(name -> wrong("a record that is nobody's was made: " + name));
    }

    /** What vanished, and what the server makes names of. */
    private boolean maySeemOtherwise(String field) {
      return field.equals(mutation.name()) || field.endsWith("_name");
    }

    private void host() {
      List<String> taken = new ArrayList<>(site.school().taken());
      taken.removeIf(this::isServersOwn);
      taken.forEach(one -> wrong("came to the host: " + one));
      Set<String> news = new LinkedHashSet<>(site.school().told());
      news.removeAll(told);
      news.removeIf(status -> inARun && status.endsWith("POSTED, NOT_PAID"));
      news.removeIf(status -> postsNothing() && status.endsWith("DRAFT, NOT_PAID"));
      news.forEach(status -> wrong("was told to the host: " + status));
    }

    private boolean postsNothing() {
      return mutation.kind() == Mutation.Kind.METHOD_GONE && mutation.name().equals("action_post");
    }

    private void third() {
      SyncReport report = site.run();
      if (!report.isSuccessful()) {
        wrong("all is there again, and yet: " + report);
      }
      host();
      Map<String, String> differences = differences(last.ours(), now3(), "");
      differences.keySet().removeIf(this::isLeftToOdoo);
      if (!differences.isEmpty()) {
        wrong("all is there again, and Odoo has not: " + differences);
      }
      site.odoo().forgetRequests();
      idle(site.run());
    }

    /**
     * What is set when a record is created is Odoo's afterwards, be it that it was not there then.
     */
    private boolean isLeftToOdoo(String name) {
      boolean isServersOwn = mutation.kind() == Mutation.Kind.READONLY;
      return name.endsWith("." + mutation.name()) && (isServersOwn || !kept.contains(name));
    }

    private Map<String, Map<String, Object>> now3() {
      return Picture.of(site.odoo(), compared).ours();
    }

    private void idle(SyncReport report) {
      if (!site.odoo().writes().isEmpty()) {
        wrong("never comes to rest: " + site.odoo().writes() + report);
      }
    }
  }

  private static Map<String, String> differences(
      Map<String, Map<String, Object>> wanted,
      Map<String, Map<String, Object>> found,
      String ignored) {
    Map<String, String> differences = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      Map<String, Object> one = wanted.getOrDefault(name, Map.of());
      Map<String, Object> other = found.getOrDefault(name, Map.of());
      Set<String> fields = new TreeSet<>(one.keySet());
      fields.addAll(other.keySet());
      for (String field : fields) {
        if (!Objects.equals(one.get(field), other.get(field))) {
          differences.put(name + "." + field, one.get(field) + " -> " + other.get(field));
        }
      }
    }
    differences.keySet().removeIf(key -> !ignored.isEmpty() && key.endsWith("." + ignored));
    return differences;
  }
}
