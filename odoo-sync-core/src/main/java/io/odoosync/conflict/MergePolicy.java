package io.odoosync.conflict;

import io.odoosync.EntityType;
import io.odoosync.TypedValue;
import io.odoosync.internal.field.Html;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one value of both where that loses nothing; {@link ConflictPolicy#merge} says where.
 *
 * @param fallback decides the rest
 */
public record MergePolicy(ConflictPolicy fallback) implements ConflictPolicy {

  @Override
  public Resolution resolve(Conflict conflict) {
    return merged(conflict).map(Resolution::take).orElseGet(() -> fallback.resolve(conflict));
  }

  private static Optional<TypedValue> merged(Conflict conflict) {
    TypedValue local = conflict.local();
    TypedValue odoo = conflict.odoo();
    if (local.isNothing()) {
      return Optional.of(odoo);
    } else if (odoo.isNothing()) {
      return Optional.of(local);
    }
    TypedValue base = conflict.base();
    if (base == null) {
      return Optional.empty();
    } else if (local.value() instanceof List<?> ours && odoo.value() instanceof List<?> theirs) {
      return Optional.of(TypedValue.of(ids(base.value(), ours, theirs)));
    }
    Optional<String> ours = local.text();
    Optional<String> theirs = odoo.text();
    return ours.isEmpty() || theirs.isEmpty()
        ? Optional.empty()
        : texts(base.text().orElse(""), ours.get(), theirs.get()).map(TypedValue::of);
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

  /** In order of their ids, so that it does not matter who is who. */
  private static List<?> ids(@Nullable Object base, List<?> ours, List<?> theirs) {
    Set<Object> before = base instanceof List<?> ids ? new LinkedHashSet<>(ids) : Set.of();
    return Stream.concat(ours.stream(), theirs.stream())
        .distinct()
        .filter(id -> !before.contains(id) || (ours.contains(id) && theirs.contains(id)))
        .sorted()
        .toList();
  }

  @Override
  public boolean pulls(EntityType type, String field) {
    return true;
  }

  @Override
  public String name() {
    return "merge, else " + fallback.name();
  }
}
