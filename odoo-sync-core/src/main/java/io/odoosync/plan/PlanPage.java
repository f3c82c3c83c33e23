package io.odoosync.plan;

import io.odoosync.EntityType;
import io.odoosync.internal.html.Bar;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Page;
import io.odoosync.internal.html.Table;
import io.odoosync.internal.html.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A plan as a page for a browser. Values are what it is about, and stand as they are. */
final class PlanPage {

  private final SyncPlan plan;

  private PlanPage(SyncPlan plan) {
    this.plan = plan;
  }

  static String of(SyncPlan plan) {
    return new PlanPage(plan).html();
  }

  private String html() {
    List<Html> body = new ArrayList<>();
    body.add(head());
    plan.types().forEach(type -> body.addAll(stage(type)));
    body.add(
        Tag.of("footer")
            .text(
                "Times are in UTC. Nothing of this is done yet, and only what is still the same"
                    + " will be."));
    return Page.of("Sync plan of " + Numbers.words(plan.plannedAt()), body);
  }

  private Html head() {
    String odoo = plan.odoo();
    String stopped = plan.stopped();
    return Tag.of("header")
        .holding(
            Tag.of("h1").text("Sync plan of " + Numbers.words(plan.plannedAt())),
            Tag.of("p", "pale")
                .holding(
                    Html.text("Namespace "),
                    code(plan.namespace()),
                    odoo == null ? Html.NOTHING : Html.all(Html.text(" · for "), code(odoo))),
            Tag.of("p", stopped == null ? "verdict good" : "verdict bad")
                .text(
                    Numbers.of(plan.records().size(), "record", "records")
                        + " with something to do or to say, "
                        + Numbers.of(plan.unchanged())
                        + " unchanged"),
            stopped == null
                ? Html.NOTHING
                : card("bad", "The plan ends early and can't be carried out", stopped));
  }

  private static Html card(String tone, String title, String words) {
    return Tag.of("article", "card " + tone)
        .holding(Tag.of("p", "what").text(title), Tag.of("p").holding(Html.foreign(words)));
  }

  private List<Html> stage(EntityType type) {
    List<PlannedRecord> records =
        plan.records().stream().filter(record -> record.type() == type).toList();
    List<Html> section = new ArrayList<>();
    section.add(Tag.of("h2").holding(Html.text(name(type) + " records "), code(type.model())));
    if (records.isEmpty()) {
      section.add(Tag.of("p", "pale").text("Nothing to do."));
      return section;
    }
    Bar bar = bar(records);
    section.add(bar.picture(name(type) + " records"));
    section.add(bar.legend());
    records.forEach(record -> section.add(record(record)));
    return section;
  }

  private static Bar bar(List<PlannedRecord> records) {
    return Bar.of(
        Arrays.stream(PlannedRecord.Action.values())
            .map(action -> new Bar.Part(style(action), words(action), count(records, action)))
            .toList());
  }

  private static long count(List<PlannedRecord> records, PlannedRecord.Action action) {
    return records.stream().filter(record -> record.action() == action).count();
  }

  private static String words(PlannedRecord.Action action) {
    return switch (action) {
      case CREATE -> "to be created";
      case ADOPT -> "to be linked to what Odoo has";
      case UPDATE -> "to be updated";
      case FOLLOW_UP -> "to be followed up";
      case FAIL -> "failing";
      case BLOCK -> "waiting for others";
      case QUARANTINE -> "in quarantine";
      case LEAVE_OUT -> "left out";
    };
  }

  private static String style(PlannedRecord.Action action) {
    return switch (action) {
      case CREATE -> "created";
      case ADOPT -> "pulled";
      case UPDATE -> "updated";
      case FOLLOW_UP -> "unchanged";
      case FAIL -> "failed";
      case BLOCK -> "blocked";
      case QUARANTINE -> "quarantined";
      case LEAVE_OUT -> "left";
    };
  }

  private static Html record(PlannedRecord record) {
    String reason = record.reason();
    List<Html> parts = new ArrayList<>();
    parts.add(
        Tag.of("h3")
            .holding(
                Html.foreign(record.key().toString()),
                Tag.of("span", "pale").text(" · " + words(record.action())),
                record.odooId() == null
                    ? Html.NOTHING
                    : Html.all(
                        Html.text(" · "), code(record.type().model() + " " + record.odooId()))));
    if (reason != null) {
      parts.add(Tag.of("p").holding(Html.foreign(reason)));
    }
    if (!record.fields().isEmpty()) {
      parts.add(fields(record));
    }
    parts.add(list("Lines", record.lines()));
    parts.add(list("Then", record.steps()));
    parts.add(list("To know", record.notes()));
    return Tag.of("article", "card " + tone(record.action())).holding(parts);
  }

  private static String tone(PlannedRecord.Action action) {
    return switch (action) {
      case CREATE, ADOPT, UPDATE, FOLLOW_UP -> "plain";
      case FAIL -> "bad";
      case BLOCK, QUARANTINE, LEAVE_OUT -> "warn";
    };
  }

  /** What is created has no value that it replaces. */
  private static Html fields(PlannedRecord record) {
    boolean isNew = record.action() == PlannedRecord.Action.CREATE;
    Table table = new Table(isNew ? "Values" : "Fields").styled("values").texts("Field");
    if (isNew) {
      table.texts("Value");
    } else {
      table.texts("Here", "In Odoo", "Will be here", "Will be in Odoo", "Conflict");
    }
    for (PlannedField field : record.fields()) {
      Html[] cells = isNew ? new Html[] {changed(field.toOdoo())} : cells(field);
      table.row(code(field.field()), cells);
    }
    return table.html();
  }

  private static Html[] cells(PlannedField field) {
    String conflict = field.conflict();
    return new Html[] {
      Table.cell(value(field.local())),
      Table.cell(value(field.odoo())),
      changed(field.toHost()),
      changed(field.toOdoo()),
      Table.cell(conflict == null ? Html.NOTHING : Html.foreign(conflict))
    };
  }

  private static Html changed(@Nullable String value) {
    return value == null
        ? Table.cell(Tag.of("span", "pale").text("as it is"))
        : Tag.of("td", "new").holding(value(value));
  }

  private static Html value(String value) {
    return value.isEmpty() ? Tag.of("span", "pale").text("nothing") : Html.foreign(value);
  }

  private static Html list(String title, List<String> lines) {
    return lines.isEmpty()
        ? Html.NOTHING
        : Html.all(
            Tag.of("p", "pale").text(title),
            Tag.of("ul")
                .holding(
                    lines.stream().map(line -> Tag.of("li").holding(Html.foreign(line))).toList()));
  }

  private static Html code(String name) {
    return Tag.of("code").text(name);
  }

  private static String name(EntityType type) {
    return type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
