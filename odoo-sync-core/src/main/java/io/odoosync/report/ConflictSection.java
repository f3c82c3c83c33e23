package io.odoosync.report;

import io.odoosync.conflict.Winner;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Table;
import io.odoosync.internal.html.Tag;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncLogEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What both sides had changed: both values, and whose counts. */
final class ConflictSection {

  /** So many fields are shown. */
  private static final int MOST = 300;

  private ConflictSection() {}

  static List<Html> of(List<StageReport> stages, List<SyncLogEntry> conflicts) {
    Map<Winner, Long> winners = new EnumMap<>(Winner.class);
    stages.forEach(
        stage ->
            stage.conflicts().forEach((winner, count) -> winners.merge(winner, count, Long::sum)));
    if (winners.isEmpty() && conflicts.isEmpty()) {
      return List.of();
    }
    List<Html> section = new ArrayList<>();
    section.add(Tag.of("h2").text("Conflicts"));
    section.add(Tag.of("p").text(told(winners)));
    if (conflicts.isEmpty()) {
      section.add(Tag.of("p", "pale").text("Both values of each are in sync_logs."));
    } else {
      section.add(table(conflicts));
    }
    if (conflicts.size() > MOST) {
      section.add(
          Tag.of("p", "pale")
              .text(Numbers.of(conflicts.size() - MOST) + " more fields are in sync_logs."));
    }
    return section;
  }

  private static String told(Map<Winner, Long> winners) {
    return winners.entrySet().stream()
        .map(entry -> Numbers.of(entry.getValue(), "record ", "records ") + settled(entry.getKey()))
        .collect(Collectors.joining("; ", "", winners.isEmpty() ? "" : "."));
  }

  private static String settled(Winner winner) {
    return switch (winner) {
      case LOCAL -> "settled with the application's values";
      case ODOO -> "settled with Odoo's values";
      case MERGED -> "settled with values made of both";
      case MANUAL -> "left to people, with different values on both sides";
    };
  }

  private static Html table(List<SyncLogEntry> conflicts) {
    Table table =
        new Table("Fields that both sides had changed")
            .styled("values")
            .texts("Record", "Field", "Before", "Here", "In Odoo", "What counts", "Policy");
    conflicts.stream().limit(MOST).forEach(entry -> add(table, entry));
    return table.html();
  }

  private static void add(Table table, SyncLogEntry entry) {
    FieldConflict conflict = Objects.requireNonNull(entry.conflict());
    table.row(
        entry.key() == null ? Html.NOTHING : Html.foreign(entry.key().toString()),
        Table.cell(Words.code(conflict.field())),
        Table.cell(Words.value(conflict.base(), "not known")),
        value(conflict.local(), conflict.winner() == Winner.LOCAL),
        value(conflict.odoo(), conflict.winner() == Winner.ODOO),
        Table.cell(counts(conflict)),
        Table.cell(Words.said(conflict.policy())));
  }

  private static Html value(String value, boolean wins) {
    return wins
        ? Tag.of("td", "new").holding(Words.value(value, ""))
        : Table.cell(Words.value(value, ""));
  }

  private static Html counts(FieldConflict conflict) {
    return switch (conflict.winner()) {
      case LOCAL -> Html.text("ours");
      case ODOO -> Html.text("Odoo's");
      case MERGED -> Html.all(Html.text("both: "), Words.value(conflict.result(), "nothing"));
      case MANUAL ->
          Html.all(
              Html.text("left to people"),
              conflict.reason() == null
                  ? Html.NOTHING
                  : Html.all(Html.text(": "), Words.said(conflict.reason())));
    };
  }
}
