package io.odoosync.internal.field;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Fits what records map to to what a server takes: fields that it does not have, finds out by
 * itself, or has with another type are left out, and that is told. Pure but for asking for the
 * fields of lines.
 */
public final class ServerFit {

  private final String model;
  private final ModelFields fields;
  private final Set<String> essential;
  private final Function<String, ModelFields> models;

  /**
   * Makes it for one kind of records on one server.
   *
   * @param fields the fields of its model
   * @param essential fields, with their models, without which a record that has a value there makes
   *     no sense: {@code account.move.line.discount}
   * @param models the fields of other models
   */
  public ServerFit(
      String model,
      ModelFields fields,
      Set<String> essential,
      Function<String, ModelFields> models) {
    this.model = model;
    this.fields = fields;
    this.essential = Set.copyOf(essential);
    this.models = models;
  }

  /** Fits one record's mapping; one that was not mapped stays as it is. */
  public Mapping fit(Mapping mapping) {
    return mapping instanceof Mapping.Mapped mapped ? fitted(mapped) : mapping;
  }

  private Mapping fitted(Mapping.Mapped mapped) {
    Set<LeftOut> leftOut = new LinkedHashSet<>();
    FieldValues kept = taken(model, fields, mapped.fields(), leftOut);
    FieldValues onCreate = taken(model, fields, mapped.onCreate(), leftOut);
    Lines lines = lines(mapped.lines(), leftOut);
    return missing(leftOut)
        .<Mapping>map(Mapping.Rejected::new)
        .orElseGet(
            () ->
                new Mapping.Mapped(
                        kept,
                        onCreate,
                        lines,
                        mapped.custom(),
                        mapped.names().without((field, words) -> !kept.has(field) && isOut(field, leftOut)),
                        mapped.leftOut())
                    .leavingOut(leftOut));
  }

  private static boolean isOut(String field, Set<LeftOut> leftOut) {
    return leftOut.stream().anyMatch(out -> out.field().equals(field));
  }

  private Lines lines(Lines lines, Set<LeftOut> leftOut) {
    if (lines.isEmpty()) {
      return lines;
    }
    ModelFields ofLines = models.apply(lines.model());
    List<FieldValues> rows = new ArrayList<>();
    lines.rows().forEach(row -> rows.add(taken(lines.model(), ofLines, row, leftOut)));
    return new Lines(lines.field(), lines.model(), rows);
  }

  private static FieldValues taken(
      String model, ModelFields fields, FieldValues values, Set<LeftOut> leftOut) {
    return values.where(
        (field, value) -> {
          Optional<LeftOut> out = untaken(model, fields, field, value);
          out.filter(lost -> isSomething(value)).ifPresent(leftOut::add);
          return out.isEmpty();
        });
  }

  /** Those of these values, of whatever types, that have no field which takes them. */
  public static Set<LeftOut> untaken(String model, ModelFields fields, FieldValues values) {
    Set<LeftOut> untaken = new LinkedHashSet<>();
    values
        .where((field, value) -> isSomething(value))
        .byField()
        .keySet()
        .forEach(field -> LeftOut.of(model, field, fields).ifPresent(untaken::add));
    return untaken;
  }

  private static Optional<LeftOut> untaken(
      String model, ModelFields fields, String field, FieldValue value) {
    boolean fits = value.isNothing() || fields.kind(field).accept(value).isPresent();
    return LeftOut.of(model, field, fields)
        .or(
            () ->
                fits
                    ? Optional.empty()
                    : Optional.of(new LeftOut(model, field, LeftOut.Why.RETYPED)));
  }

  /** A number that is 0 and no records at all are what a field has that is not sent. */
  private static boolean isSomething(FieldValue value) {
    boolean zero = value.number().map(BigDecimal::signum).filter(sign -> sign == 0).isPresent();
    boolean none = value instanceof FieldValue.References references && references.ids().isEmpty();
    return !value.isNothing() && !zero && !none;
  }

  private Optional<Failure> missing(Set<LeftOut> leftOut) {
    return leftOut.stream()
        .filter(out -> essential.contains(out.model() + "." + out.field()))
        .findFirst()
        .map(
            out ->
                Failure.of(
                        FailureCause.MISSING_IN_ODOO,
                        out + ", and this record makes no sense without it",
                        "Let the integration user see the field, or leave the value out.")
                    .onModel(out.model()));
  }
}
