package io.odoosync.report;

import io.odoosync.internal.html.Bar;
import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Table;
import io.odoosync.internal.html.Tag;
import io.odoosync.internal.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each stage's bar, and all counts. */
final class StageSection {

  /** So many keys are named that a host does not have. */
  private static final int MOST_KEYS = 50;

  private StageSection() {}

  static List<Html> of(List<StageReport> stages) {
    if (stages.isEmpty()) {
      return List.of();
    }
    List<Html> section = new ArrayList<>();
    section.add(Tag.of("h2").text("Stages"));
    stages.forEach(stage -> section.add(stage(stage)));
    section.add(counts(stages));
    return section;
  }

  private static Html stage(StageReport stage) {
    Bar bar = Tally.bar(List.of(stage));
    List<Html> parts = new ArrayList<>();
    parts.add(
        Tag.of("h3")
            .holding(
                Html.text(Words.records(stage.type()) + " "),
                Words.code(stage.type().model()),
                Tag.of("span", "pale")
                    .text(
                        " · "
                            + Numbers.of(stage.read())
                            + " read in "
                            + Durations.words(stage.duration()))));
    parts.add(bar.picture(Words.records(stage.type())));
    parts.add(bar.legend());
    parts.add(PageHead.alert("bad", "The stage stopped", stage.failure()));
    stage.notices().forEach(notice -> parts.add(notice(notice)));
    if (!stage.notFound().isEmpty()) {
      parts.add(notice("Not found in the application (any more): " + named(stage)));
    }
    return Tag.of("section", "stage").holding(parts);
  }

  private static Html notice(String words) {
    return Tag.of("article", "card warn").holding(Tag.of("p").holding(Words.said(words)));
  }

  private static String named(StageReport stage) {
    String keys =
        stage.notFound().stream()
            .limit(MOST_KEYS)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    int more = stage.notFound().size() - MOST_KEYS;
    return more > 0 ? keys + " and " + Numbers.of(more) + " more" : keys;
  }

  private static Html counts(List<StageReport> stages) {
    Table table = new Table("All counts: what was read is the sum of the others").texts("Records");
    stages.forEach(stage -> table.numbers(Words.of(stage.type())));
    table.numbers("All");
    for (Tally tally : Tally.values()) {
      table.row(Html.text(capital(tally.words())), cells(stages, tally::of, tally.of(stages)));
    }
    long read = stages.stream().mapToLong(StageReport::read).sum();
    table.row(
        Tag.of("tr", "sum"), Html.text("Read"), List.of(cells(stages, StageReport::read, read)));
    return table.html();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Html[] cells(
      List<StageReport> stages, Function<StageReport, Long> count, long all) {
    List<Html> cells = new ArrayList<>();
    stages.forEach(stage -> cells.add(Table.number(count.apply(stage))));
    cells.add(Table.number(all));
    return cells.toArray(new Html[0]);
  }
}
