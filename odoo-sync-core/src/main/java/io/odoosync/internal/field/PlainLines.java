package io.odoosync.internal.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Lines of plain text under construction. Breaks are noted and written before the next text only,
 * so that of several that meet the largest counts.
 */
final class PlainLines {

  private static final String CELL_SEPARATOR = " | ";

  /** So many prefixes or rows can be within each other; what is deeper has none of its own. */
  private static final int MAX_DEPTH = 20;

  private final StringBuilder out = new StringBuilder();
  private final Deque<Prefix> prefixes = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private int breaks;
  private int emptyLines;
  private boolean inLine;
  private int deeperPrefixes;
  private int deeperRows;

  /** What lines begin with: the first one, and all others. */
  private static final class Prefix {
    private String first;
    private final String others;
    private boolean used;

    private Prefix(String first, String others) {
      this.first = first;
      this.others = others;
    }

    private String next() {
      String next = used ? others : first;
      used = true;
      return next;
    }
  }

  /** A row of a table, whose cells share a line. */
  private static final class Row {
    private int cells;
    private int separators;
    private boolean hasText;
    private boolean atCellStart;

    private boolean goesOn() {
      return atCellStart && hasText;
    }

    private void begin() {
      separators = 0;
      hasText = true;
      atCellStart = false;
    }
  }

  /** Whether the line has text. */
  boolean inLine() {
    return inLine;
  }

  /** How much text there is. */
  int length() {
    return out.length();
  }

  String from(int start) {
    return out.substring(start);
  }

  /** Writes on. */
  void write(String text) {
    if (!inLine) {
      beginLine();
    }
    out.append(text);
  }

  /** Adds to what was written last, whatever breaks there are to come; blanks at its end stay. */
  void amend(String text) {
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\u00a0')) {
      end--;
    }
    out.insert(end, text);
  }

  private void beginLine() {
    boolean joins = rows.stream().anyMatch(Row::goesOn);
    if (!joins && out.length() > 0) {
      out.append("\n".repeat(breaks + emptyLines));
    }
    String line = joins ? "" : prefix(false);
    out.append(line).append(separators()).append(joins ? prefix(true) : "");
    rows.forEach(Row::begin);
    breaks = 0;
    emptyLines = 0;
    inLine = true;
  }

  private String separators() {
    return CELL_SEPARATOR.repeat(rows.stream().mapToInt(row -> row.separators).sum());
  }

  private String prefix(boolean unusedOnly) {
    StringBuilder prefix = new StringBuilder();
    for (Iterator<Prefix> all = prefixes.descendingIterator(); all.hasNext(); ) {
      Prefix one = all.next();
      prefix.append(unusedOnly && one.used ? "" : one.next());
    }
    return prefix.toString();
  }

  /** Ends the line; one that has no text is an empty line. */
  void endLine() {
    if (isAtCellStart()) {
      return;
    } else if (inLine) {
      apart(1);
    } else {
      emptyLines++;
    }
  }

  /** Keeps what was written apart from what comes, by so many line breaks at least. */
  void apart(int lineBreaks) {
    if (!isAtCellStart()) {
      inLine = false;
      breaks = Math.max(breaks, lineBreaks);
    }
  }

  private boolean isAtCellStart() {
    return rows.peek() != null && rows.peek().atCellStart;
  }

  /** Begins lines with something from now on. */
  void indent(String first, String others) {
    if (prefixes.size() == MAX_DEPTH) {
      deeperPrefixes++;
    } else {
      prefixes.push(new Prefix(first, others));
    }
  }

  void outdent() {
    if (deeperPrefixes > 0) {
      deeperPrefixes--;
    } else {
      prefixes.poll();
    }
  }

  /** What the innermost prefix still had to say is said by another one. */
  void yieldPrefix() {
    Prefix prefix = prefixes.peek();
    if (prefix != null) {
      prefix.first = prefix.others;
    }
  }

  boolean inRow() {
    return !rows.isEmpty();
  }

  void openRow() {
    if (rows.size() == MAX_DEPTH) {
      deeperRows++;
    } else {
      rows.push(new Row());
    }
  }

  void closeRow() {
    if (deeperRows > 0) {
      deeperRows--;
    } else {
      rows.poll();
    }
  }

  /** Begins a cell, on the line of those before it. */
  void cell() {
    Row row = rows.peek();
    if (row == null) {
      apart(1);
      return;
    }
    row.separators += row.cells++ == 0 ? 0 : 1;
    row.atCellStart = true;
    inLine = false;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
