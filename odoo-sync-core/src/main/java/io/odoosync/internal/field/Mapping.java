package io.odoosync.internal.field;

import io.odoosync.Failure;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What became of mapping a local record to Odoo's fields. */
public sealed interface Mapping {

  /**
   * Odoo's fields.
   *
   * @param fields the fields that are kept in step
   * @param onCreate fields that are set when the record is created and then left to Odoo's users
   * @param lines the record's lines, if its model has any
   * @param custom the fields that the host's own mapping made; they can't be mapped back
   * @param names what the host calls that to which fields refer
   * @param leftOut the fields that the server does not take, among those that have a value
   */
  record Mapped(
      FieldValues fields,
      FieldValues onCreate,
      Lines lines,
      Set<String> custom,
      NamedFields names,
      Set<LeftOut> leftOut)
      implements Mapping {

    /** Copies the sets and keeps their order. */
    public Mapped {
      custom = Collections.unmodifiableSet(new LinkedHashSet<>(custom));
      leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(leftOut));
    }

    /** With nothing left out. */
    public Mapped(
        FieldValues fields,
        FieldValues onCreate,
        Lines lines,
        Set<String> custom,
        NamedFields names) {
      this(fields, onCreate, lines, custom, names, Set.of());
    }

    /** Without names. */
    public Mapped(FieldValues fields, FieldValues onCreate, Lines lines, Set<String> custom) {
      this(fields, onCreate, lines, custom, NamedFields.NONE);
    }

    /** Without fields that the host's own mapping made. */
    public Mapped(FieldValues fields, FieldValues onCreate, Lines lines) {
      this(fields, onCreate, lines, Set.of());
    }

    /** Without lines either. */
    public Mapped(FieldValues fields, FieldValues onCreate) {
      this(fields, onCreate, Lines.NONE);
    }

    /** The same with more that is set when it is created; what is kept in step counts before. */
    public Mapped givenOnCreate(FieldValues more) {
      FieldValues given = onCreate.plus(more).where((field, value) -> !fields.has(field));
      return new Mapped(fields, given, lines, custom, names, leftOut);
    }

    /** The same with names. */
    public Mapped naming(NamedFields given) {
      return new Mapped(fields, onCreate, lines, custom, given, leftOut);
    }

    /** The same, of which this is left out as well. */
    public Mapped leavingOut(Set<LeftOut> more) {
      Set<LeftOut> all = new LinkedHashSet<>(leftOut);
      all.addAll(more);
      return new Mapped(fields, onCreate, lines, custom, names, all);
    }
  }

  /** The record itself can't be mapped; {@code failure} says which part, why and what to do. */
  record Rejected(Failure failure) implements Mapping {
    public String reason() {
      return failure.reason();
    }
  }

  /** The record depends on another one that is not in Odoo. */
  record Blocked(String reason) implements Mapping {}

  /**
   * The host's own mapping asks for a field that the server does not have, does not let be written,
   * or has with another type.
   */
  record Misfit(Failure failure) implements Mapping {}
}
