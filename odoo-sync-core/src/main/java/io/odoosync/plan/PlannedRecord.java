package io.odoosync.plan;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.VisibleText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan does about one record. Immutable, and equal to another that holds the same. */
public final class PlannedRecord {

  private final Parts parts;

  private PlannedRecord(Parts parts) {
    this.parts = parts;
  }

  /** What is done about a record. */
  public enum Action {
    /** It is created in Odoo. */
    CREATE,
    /** It is linked to a record that Odoo has already. */
    ADOPT,
    /** Fields are written, to Odoo or to the host, or a conflict is left to people. */
    UPDATE,
    /** Its fields stay as they are; steps follow, or there is something to know. */
    FOLLOW_UP,
    /** Nothing: it fails. */
    FAIL,
    /** Nothing: it waits for another record. */
    BLOCK,
    /** Nothing: it keeps failing. */
    QUARANTINE,
    /** Nothing: it is left out. */
    LEAVE_OUT
  }

  /** A record, so that nothing can be left out when planned records are compared. */
  private record Parts(
      EntityType type,
      LocalKey key,
      Action action,
      @Nullable Long odooId,
      List<PlannedField> fields,
      List<String> lines,
      List<String> steps,
      List<String> notes,
      @Nullable String reason) {}

  /**
   * Starts a planned record.
   *
   * @param type the kind of entity
   * @param key the record
   * @param action what is done
   * @return a builder in which everything else is absent
   */
  public static Builder builder(EntityType type, LocalKey key, Action action) {
    return new Builder(type, key, action);
  }

  /**
   * Starts a planned record from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the kind of entity} */
  public EntityType type() {
    return parts.type;
  }

  /** {@return the record} */
  public LocalKey key() {
    return parts.key;
  }

  /** {@return what is done} */
  public Action action() {
    return parts.action;
  }

  /** {@return its database id in Odoo; {@code null} if it is not there} */
  public @Nullable Long odooId() {
    return parts.odooId;
  }

  /** {@return the fields that are changed, in the order of the mapping} */
  public List<PlannedField> fields() {
    return parts.fields;
  }

  /** {@return the lines of a document that is created, each with its fields} */
  public List<String> lines() {
    return parts.lines;
  }

  /** {@return what follows in Odoo once the record is there, such as {@code stage → Qualified}} */
  public List<String> steps() {
    return parts.steps;
  }

  /**
   * {@return what people should know of fields that stay different, such as those that Odoo shares
   * with another record} Each is told once, until one of the sides changes.
   */
  public List<String> notes() {
    return parts.notes;
  }

  /** {@return why it is not synced; {@code null} if it is} */
  public @Nullable String reason() {
    return parts.reason;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlannedRecord planned && parts.equals(planned.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Some lines of a diff. */
  @Override
  public String toString() {
    return Stream.of(
            Stream.of(head()),
            parts.fields.stream().map(field -> "  " + line(field)),
            parts.lines.stream().map(line -> "  line " + line),
            parts.steps.stream().map(step -> "  then " + step),
            parts.notes.stream().map(note -> "  note " + note))
        .flatMap(part -> part)
        .map(VisibleText::of)
        .collect(Collectors.joining("\n"));
  }

  private String head() {
    String record = parts.action + " " + parts.type + " " + parts.key;
    String inOdoo = parts.odooId == null ? "" : " " + parts.type.model() + " " + parts.odooId;
    return record + inOdoo + (parts.reason == null ? "" : ": " + parts.reason);
  }

  /** What is created has no value that it replaces. */
  private String line(PlannedField field) {
    return parts.action == Action.CREATE
        ? field.field() + ": '" + field.toOdoo() + "'"
        : field.toString();
  }

  /** Collects the parts of a {@link PlannedRecord}. Not safe for use by several threads. */
  public static final class Builder {
    private final EntityType type;
    private final LocalKey key;
    private final Action action;
    private @Nullable Long odooId;
    private List<PlannedField> fields = List.of();
    private List<String> lines = List.of();
    private List<String> steps = List.of();
    private List<String> notes = List.of();
    private @Nullable String reason;

    private Builder(EntityType type, LocalKey key, Action action) {
      this.type = Objects.requireNonNull(type, "type");
      this.key = Objects.requireNonNull(key, "key");
      this.action = Objects.requireNonNull(action, "action");
    }

    private Builder(Parts parts) {
      this(parts.type, parts.key, parts.action);
      odooId = parts.odooId;
      fields = parts.fields;
      lines = parts.lines;
      steps = parts.steps;
      notes = parts.notes;
      reason = parts.reason;
    }

    /** Sets {@link PlannedRecord#odooId()}. */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = odooId;
      return this;
    }

    /** Sets {@link PlannedRecord#fields()}. */
    public Builder fields(List<PlannedField> fields) {
      this.fields = List.copyOf(fields);
      return this;
    }

    /** Sets {@link PlannedRecord#lines()}. */
    public Builder lines(List<String> lines) {
      this.lines = List.copyOf(lines);
      return this;
    }

    /** Sets {@link PlannedRecord#steps()}. */
    public Builder steps(List<String> steps) {
      this.steps = List.copyOf(steps);
      return this;
    }

    /** Sets {@link PlannedRecord#notes()}. */
    public Builder notes(List<String> notes) {
      this.notes = List.copyOf(notes);
      return this;
    }

    /** Sets {@link PlannedRecord#reason()}. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /**
     * Makes the planned record.
     *
     * @return the planned record
     */
    public PlannedRecord build() {
      return new PlannedRecord(
          new Parts(type, key, action, odooId, fields, lines, steps, notes, reason));
    }
  }
}
