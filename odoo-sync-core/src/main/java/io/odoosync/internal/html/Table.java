package io.odoosync.internal.html;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption, a row of headings, and a heading in each row. Not thread-safe. */
public final class Table {

  private final String caption;
  private final List<Html> head = new ArrayList<>();
  private final List<Html> rows = new ArrayList<>();
  private String style = "";

  /** An empty table. */
  public Table(String caption) {
    this.caption = caption;
  }

  /** Columns of texts, after those that are there. */
  public Table texts(String... headings) {
    for (String heading : headings) {
      head.add(Tag.of("th").with("scope", "col").text(heading));
    }
    return this;
  }

  /** Columns of numbers, after those that are there. */
  public Table numbers(String... headings) {
    for (String heading : headings) {
      head.add(Tag.of("th", "n").with("scope", "col").text(heading));
    }
    return this;
  }

  /** Has a class of the page's style. */
  public Table styled(String name) {
    style = name;
    return this;
  }

  /** A row, whose first cell is its heading. */
  public Table row(Html heading, Html... cells) {
    return row(Tag.of("tr"), heading, List.of(cells));
  }

  /** A row, whose first cell is its heading. */
  public Table row(Tag tag, Html heading, List<Html> cells) {
    List<Html> row = new ArrayList<>();
    row.add(Tag.of("th").with("scope", "row").holding(heading));
    row.addAll(cells);
    rows.add(tag.holding(row));
    return this;
  }

  /** A cell with a text or a picture. */
  public static Html cell(Html content) {
    return Tag.of("td").holding(content);
  }

  /** A cell with a text. */
  public static Html cell(String text) {
    return Tag.of("td").text(text);
  }

  /** A cell with a number, a pale one if there is nothing to count. */
  public static Html number(long number) {
    return Tag.of("td", number == 0 ? "n zero" : "n").text(Numbers.of(number));
  }

  /** A cell with something that is compared by its last digits, such as a duration. */
  public static Html number(String words) {
    return Tag.of("td", "n").text(words);
  }

  /** The table, which can be scrolled where it is too wide. */
  public Html html() {
    return Tag.of("div", "scroll")
        .with("role", "region")
        .with("aria-label", caption)
        .with("tabindex", 0)
        .holding(
            Tag.of("table", style.isEmpty() ? "plain" : style)
                .holding(
                    Tag.of("caption").text(caption),
                    Tag.of("thead").holding(Tag.of("tr").holding(head)),
                    Tag.of("tbody").holding(rows)));
  }
}
