package io.odoosync.internal.field;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.MappedFields;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.SourceRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a mapping what the host wants beyond the default: the record's extra values, then the
 * host's own mapping. Each field that either sets is checked against the server's definition of it.
 */
public final class CustomFields<T extends SourceRecord> {

  private static final String LEAVE_OUT = "Leave it out.";

  private final String model;
  private final ModelFields fields;
  private final Set<String> reserved;
  private final FieldMapping<T> mapping;

  /**
   * Makes it for one server.
   *
   * @param model the model's technical name, for messages
   * @param fields all fields of the model, not only those that the default mapping uses
   * @param reserved fields that the sync itself sets otherwise, so that nobody else may
   */
  public CustomFields(
      String model, ModelFields fields, Set<String> reserved, FieldMapping<T> mapping) {
    this.model = model;
    this.fields = fields;
    this.reserved = new LinkedHashSet<>(reserved);
    this.mapping = mapping;
  }

  /** Extends the default mapping of a record; one that was not mapped stays as it is. */
  public Mapping extend(T source, Mapping mapping) {
    if (!(mapping instanceof Mapping.Mapped mapped)) {
      return mapping;
    }
    Problems problems = new Problems();
    try {
      Mapping.Mapped extended = new Extension(source, mapped, problems).extended();
      return problems.none() ? extended : problems.rejected();
    } catch (MisfitException e) {
      return new Mapping.Misfit(e.failure);
    } catch (Throwable e) {
      return new Mapping.Rejected(
          Failure.of(
              FailureCause.HOST_FAULT,
              "the field mapping threw " + HostFault.reportable(e),
              "Mend the field mapping."));
    }
  }

  /** One record's. */
  private final class Extension {
    private final T source;
    private final Mapping.Mapped mapped;
    private final Problems problems;

    private Extension(T source, Mapping.Mapped mapped, Problems problems) {
      this.source = source;
      this.mapped = mapped;
      this.problems = problems;
    }

    private Mapping.Mapped extended() {
      FieldValues.Builder extra = FieldValues.builder();
      source
          .extra()
          .forEach(
              (field, value) -> checkedExtra(field, value).ifPresent(v -> extra.set(field, v)));
      return remapped(mapped.fields().plus(extra.build()));
    }

    /** What does not fit is the record's own failure. */
    private Optional<FieldValue> checkedExtra(String field, FieldValue value) {
      try {
        return Optional.of(checked(field, value, "extra value"));
      } catch (MisfitException e) {
        problems.add(e.failure);
        return Optional.empty();
      }
    }

    private Mapping.Mapped remapped(FieldValues values) {
      MappedFields view = new MappedFields(plain(values));
      mapping.map(source, view);
      Map<String, FieldValue> all = new LinkedHashMap<>(values.byField());
      Set<String> custom = new LinkedHashSet<>(mapped.custom());
      for (String field : view.touched()) {
        custom.add(field);
        all.remove(field);
        if (view.values().containsKey(field)) {
          all.put(field, checked(field, view.get(field), "value of the field mapping"));
        }
      }
      return new Mapping.Mapped(
          new FieldValues(all),
          mapped.onCreate().where((field, value) -> !all.containsKey(field)),
          mapped.lines(),
          custom,
          mapped.names().without((field, words) -> custom.contains(field)),
          mapped.leftOut());
    }

    private Map<String, FieldValue> plain(FieldValues values) {
      Map<String, FieldValue> plain = new LinkedHashMap<>();
      values.byField().forEach((field, value) -> plain.put(field, fields.plainText(field, value)));
      return plain;
    }

    private FieldValue checked(String field, FieldValue value, String what) {
      FieldDefinition definition = usable(field, what);
      FieldKind kind = FieldKind.of(definition.type());
      if (value.isNothing()) {
        return kind.parse("");
      }
      FieldValue plain = kind.accept(value).orElseThrow(() -> wrongType(definition, value, what));
      return plain
          .text()
          .flatMap(same -> value.text())
          .map(text -> fields.richText(field, problems.text("the field " + field, text)))
          .orElse(plain);
    }
  }

  private FieldDefinition usable(String field, String what) {
    FieldDefinition definition = fields.byName().get(field);
    if (reserved.contains(field)) {
      throw misfit(field, what, "is set by the sync itself", LEAVE_OUT);
    } else if (definition == null) {
      throw misfit(
          field,
          what,
          "does not exist on this Odoo, or not for the integration user",
          "Mend its name, or install the app that brings it.");
    } else if (fields.isDerived(field)) {
      throw misfit(field, what, "is read-only in Odoo", LEAVE_OUT);
    } else if (FieldKind.of(definition.type()) == FieldKind.OTHER) {
      throw misfit(
          field, what, "is of type " + definition.type() + ", which can't be set", LEAVE_OUT);
    }
    return definition;
  }

  private MisfitException wrongType(FieldDefinition definition, FieldValue value, String what) {
    return misfit(
        definition.name(),
        what,
        "is of type "
            + definition.type()
            + " and takes "
            + FieldKind.of(definition.type()).expected()
            + ", but was given "
            + given(value),
        "Give a value of that type.");
  }

  private static String given(FieldValue value) {
    Object given = value.orNull();
    if (given == null || given instanceof Collection) {
      return given == null ? "nothing" : "a collection";
    }
    String type = given.getClass().getSimpleName();
    return (type.startsWith("I") ? "an " : "a ") + type;
  }

  private MisfitException misfit(String field, String what, String problem, String advice) {
    String reason = what + ": " + model + "." + field + " " + problem;
    return new MisfitException(Failure.of(FailureCause.HOST_FAULT, reason, advice).onModel(model));
  }

  /** What is asked for does not fit the server. */
  private static final class MisfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    private MisfitException(Failure failure) {
      super(failure.reason());
      this.failure = failure;
    }
  }
}
