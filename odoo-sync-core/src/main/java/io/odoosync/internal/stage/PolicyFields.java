package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NearNames;
import io.odoosync.internal.state.RunStoppedException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the fields that the conflict policy names against those that there are. A name that no kind
 * kept in step has would be silent: its field would go by the policy for all the others.
 */
public final class PolicyFields {

  private final RunContext run;
  private final Kinds kinds;
  private final Set<EntityType> asked = EnumSet.noneOf(EntityType.class);
  private final Set<String> mapped = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();

  public PolicyFields(RunContext run, Kinds kinds) {
    this.run = run;
    this.kinds = kinds;
  }

  /** A kind was opened, so its fields are known. */
  void opened(StageKind<?> kind) {
    asked.add(kind.type());
    if (!kind.kind().sentOnce()) {
      ModelFields fields = kind.model().fields();
      known.addAll(fields.names());
      known.addAll(kind.open().mappedFields());
      mapped.addAll(fields.among(kind.open().mappedFields()));
    }
  }

  /**
   * Checks the policy. Asks Odoo for the fields of kinds that were not opened only if a name is
   * none of the others'.
   *
   * @throws RunStoppedException if a name is mistyped
   */
  public void check() {
    Set<String> names = new TreeSet<>(run.settings().rules().conflicts().namedFields());
    names.removeAll(known);
    if (!names.isEmpty()) {
      openOthers();
      names.removeAll(known);
    }
    if (!names.isEmpty() && !known.isEmpty()) {
      throw mistyped(names);
    }
  }

  private void openOthers() {
    for (EntityType type : kinds.types()) {
      if (!asked.contains(type)) {
        kinds.of(type).ifPresent(kind -> opened(StageKind.of(run, kind)));
      }
    }
  }

  private RunStoppedException mistyped(Set<String> names) {
    return new RunStoppedException(
        Failure.of(
            FailureCause.HOST_FAULT,
            "the conflict policy names fields that are not kept in step: "
                + names.stream().map(this::withNearest).collect(Collectors.joining(", ")),
            "Correct the names in the conflict policy: they are Odoo's technical names."),
        null);
  }

  private String withNearest(String name) {
    List<String> near = NearNames.of(name, mapped);
    return "'"
        + name
        + "' ("
        + (near.isEmpty() ? "there are " + mapped : "is it " + String.join(" or ", near) + "?")
        + ")";
  }
}
