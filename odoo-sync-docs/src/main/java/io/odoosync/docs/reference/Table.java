package io.odoosync.docs.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Tables in Markdown. */
final class Table {

  private Table() {}

  /** With a head; line breaks become spaces. */
  static String of(List<String> head, List<List<String>> rows) {
    String line = head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|\n"));
    return row(head) + line + rows.stream().map(Table::row).collect(Collectors.joining()) + "\n";
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replaceAll("\\s+", " ").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
