package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.internal.schema.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds records by a domain. */
final class Search {
  private final Model model;

  Search(Model model) {
    this.model = model;
  }

  /**
   * @param order {@code name desc, id}, or empty for the model's own
   * @param limit 0 for no limit
   */
  List<Integer> ids(List<?> source, String order, int offset, int limit) {
    Domain domain = Domain.parse(model, source);
    Domain.Node wanted = hidesArchived(domain) ? domain.andActive() : domain.root();
    Stream<Integer> found =
        sorted(
            candidates(wanted)
                .filter(id -> domain.matches(wanted, id))
                .filter(this::isOfAllowedCompany)
                .filter(id -> model.behavior().isVisible(model.env(), id)),
            order.isBlank() ? model.behavior().order(model.env()) : order);
    return (limit > 0 ? found.skip(offset).limit(limit) : found.skip(offset)).toList();
  }

  /** Candidates come by their ids: a page of them is found without looking at all that follow. */
  private Stream<Integer> sorted(Stream<Integer> found, String order) {
    return order.equals("id") ? found : found.sorted(comparator(order));
  }

  /** Who names companies in the context sees what is theirs or everybody's. */
  private boolean isOfAllowedCompany(int id) {
    List<Integer> allowed = Python.ids(model.env().contextValue("allowed_company_ids"));
    boolean ruled = model.name().startsWith("account.") || model.name().startsWith("crm.");
    if (allowed.isEmpty() || !ruled || model.env().user().superuser()) {
      return true;
    }
    if (model.schema().has("company_ids")) {
      return model.ids(id, "company_ids").stream().anyMatch(allowed::contains);
    }
    return !model.schema().has("company_id")
        || model.one(id, "company_id").filter(owner -> !allowed.contains(owner)).isEmpty();
  }

  private boolean hidesArchived(Domain domain) {
    return model.schema().has("active")
        && !Boolean.FALSE.equals(model.env().context().get("active_test"))
        && !domain.mentions("active");
  }

  /** In the order of their ids. */
  private Stream<Integer> candidates(Domain.Node wanted) {
    Optional<List<Integer>> ids = Domain.onlyIds(wanted);
    if (ids.isPresent()) {
      return ids.get().stream().distinct().sorted().filter(model.table()::has);
    }
    return model.table().rowsFrom(Domain.lowestId(wanted)).stream().map(Row::id).toList().stream();
  }

  private Comparator<Integer> comparator(String order) {
    List<Comparator<Integer>> parts = new ArrayList<>();
    for (String term : order.split(",", -1)) {
      parts.add(term(term.strip().split("\\s+", -1)));
    }
    parts.add(Comparator.naturalOrder());
    return parts.stream().reduce(Comparator::thenComparing).orElseThrow();
  }

  private Comparator<Integer> term(String[] words) {
    String field = words[0];
    boolean descending = words.length > 1 && words[1].toLowerCase(Locale.ROOT).equals("desc");
    if (!model.schema().has(field)) {
      throw OdooError.value("Invalid field '%s' on model '%s'".formatted(field, model.name()));
    }
    Comparator<Integer> ascending =
        Comparator.comparing(id -> sortable(id, field), Search::compare);
    return descending ? ascending.reversed() : ascending;
  }

  private Object sortable(int id, String field) {
    Object value = model.get(id, field);
    Optional<Field> known = model.schema().field(field);
    if (value instanceof Integer other && known.isPresent() && !known.get().relation().isEmpty()) {
      return model
          .env()
          .find(known.get().relation())
          .map(m -> (Object) m.displayName(other))
          .orElse(value);
    }
    return value;
  }

  /** As PostgreSQL: nothing comes after everything. */
  private static int compare(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (left instanceof String a && right instanceof String b) {
      int ignoringCase = String.CASE_INSENSITIVE_ORDER.compare(a, b);
      return ignoringCase == 0 ? a.compareTo(b) : ignoringCase;
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    return Boolean.compare(left instanceof Boolean, right instanceof Boolean);
  }
}
