package io.odoosync.conflict;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.internal.field.Html;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one value of both where that loses nothing; {@link ConflictPolicy#merge} says where.
 *
 * @param fallback decides the rest
 */
record MergePolicy(ConflictPolicy fallback) implements ConflictPolicy {

  @Override
  public Resolution resolve(Conflict conflict) {
    return merged(conflict).map(Resolution::take).orElseGet(() -> fallback.resolve(conflict));
  }

  private static Optional<FieldValue> merged(Conflict conflict) {
    FieldValue local = conflict.local();
    FieldValue odoo = conflict.odoo();
    if (local.isNothing()) {
      return Optional.of(odoo);
    } else if (odoo.isNothing()) {
      return Optional.of(local);
    }
    FieldValue base = conflict.base();
    if (base == null) {
      return Optional.empty();
    } else if (local instanceof FieldValue.References ours
        && odoo instanceof FieldValue.References theirs) {
      return Optional.of(references(base.references(), ours.ids(), theirs.ids()));
    }
    Optional<String> ours = local.text();
    Optional<String> theirs = odoo.text();
    return ours.isEmpty() || theirs.isEmpty()
        ? Optional.empty()
        : texts(base.text().orElse(""), ours.get(), theirs.get()).map(FieldValue.Text::new);
  }

  /** Markup is only merged where plain text can hold it: else tags could be torn apart. */
  private static Optional<String> texts(String base, String ours, String theirs) {
    List<String> all = List.of(base, ours, theirs);
    if (all.stream().allMatch(Html::isParagraphs)) {
      return LineMerge.merge(Html.text(base), Html.text(ours), Html.text(theirs))
          .map(Html::paragraphs);
    }
    return all.stream().anyMatch(Html::isMarkup)
        ? Optional.empty()
        : LineMerge.merge(base, ours, theirs);
  }

  private static FieldValue references(Set<Long> base, Set<Long> ours, Set<Long> theirs) {
    return new FieldValue.References(
        Stream.concat(ours.stream(), theirs.stream())
            .filter(id -> !base.contains(id) || (ours.contains(id) && theirs.contains(id)))
            .toList());
  }

  @Override
  public boolean pulls(EntityType type, String field) {
    return true;
  }

  @Override
  public boolean asksForTimes() {
    return fallback.asksForTimes();
  }

  @Override
  public Set<String> namedFields() {
    return fallback.namedFields();
  }

  @Override
  public String name() {
    return "merge, else " + fallback.name();
  }
}
