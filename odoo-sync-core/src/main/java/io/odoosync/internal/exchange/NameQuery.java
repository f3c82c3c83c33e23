package io.odoosync.internal.exchange;

import io.odoosync.OdooReference;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.odoo.Domain;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks Odoo for the records that references name, all in one condition. */
final class NameQuery {

  private final NamedModel model;
  private final Set<Long> ids = new TreeSet<>();
  private final Set<String> texts = new TreeSet<>();

  /**
   * Makes the query.
   *
   * @param externalIds ids by external id, as far as they are known
   */
  NameQuery(NamedModel model, Collection<OdooReference> references, Map<String, Long> externalIds) {
    this.model = model;
    references.forEach(reference -> add(reference, externalIds));
  }

  private void add(OdooReference reference, Map<String, Long> externalIds) {
    if (reference instanceof OdooReference.ByName byName) {
      Stream.of(byName.name(), byName.name().strip())
          .filter(NameQuery::isPossible)
          .forEach(texts::add);
    } else if (reference instanceof OdooReference.ById byId) {
      ids.add(byId.id());
    } else if (reference instanceof OdooReference.ByExternalId byExternalId) {
      Optional.ofNullable(externalIds.get(byExternalId.externalId())).ifPresent(ids::add);
    }
  }

  /** PostgreSQL refuses a whole query for a NUL or half a surrogate pair. */
  private static boolean isPossible(String text) {
    return !text.isBlank()
        && text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  /** The condition; nothing if no record could meet it. */
  Optional<Domain> domain() {
    Stream<Domain> byId = ids.isEmpty() ? Stream.of() : Stream.of(Domain.field("id").isIn(ids));
    Stream<Domain> byKey =
        texts.isEmpty()
            ? Stream.of()
            : model.keys().stream().map(Domain::field).flatMap(this::called);
    return Stream.concat(byId, byKey).reduce(Domain::or).map(model.domain()::and);
  }

  private Stream<Domain> called(Domain.Field key) {
    return model.anyCase()
        ? texts.stream().map(text -> key.equalsIgnoringCase(literally(text)))
        : Stream.of(key.isIn(texts));
  }

  /** The pattern that only this text matches. */
  private static String literally(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
