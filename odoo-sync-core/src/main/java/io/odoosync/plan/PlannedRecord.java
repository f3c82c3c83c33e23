package io.odoosync.plan;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about one record.
 *
 * @param type the kind of entity
 * @param key the record
 * @param action what is done
 * @param odooId its database id in Odoo; {@code null} if it is not there
 * @param fields the fields that are changed, in the order of the mapping
 * @param lines the lines of a document that is created, each with its fields
 * @param steps what follows in Odoo once the record is there, such as {@code stage → Qualified}
 * @param reason why it is not synced; {@code null} if it is
 */
public record PlannedRecord(
    EntityType type,
    LocalKey key,
    Action action,
    @Nullable Long odooId,
    List<PlannedField> fields,
    List<String> lines,
    List<String> steps,
    @Nullable String reason) {

  /** What is done about a record. */
  public enum Action {
    /** It is created in Odoo. */
    CREATE,
    /** It is linked to a record that Odoo has already. */
    ADOPT,
    /** Fields are written, to Odoo or to the host, or a conflict is left to people. */
    UPDATE,
    /** Its fields stay as they are; only steps follow. */
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

  /** Copies the lists. */
  public PlannedRecord {
    fields = List.copyOf(fields);
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
  }

  /** Some lines of a diff. */
  @Override
  public String toString() {
    String head =
        action
            + " "
            + type
            + " "
            + key
            + (odooId == null ? "" : " " + type.model() + " " + odooId)
            + (reason == null ? "" : ": " + reason);
    return Stream.of(
            Stream.of(head),
            fields.stream().map(field -> "  " + line(field)),
            lines.stream().map(line -> "  line " + line),
            steps.stream().map(step -> "  then " + step))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"));
  }

  /** What is created has no value that it replaces. */
  private String line(PlannedField field) {
    return action == Action.CREATE
        ? field.field() + ": '" + field.toOdoo() + "'"
        : field.toString();
  }
}
