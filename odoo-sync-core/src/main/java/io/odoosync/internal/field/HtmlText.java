package io.odoosync.internal.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Markup as plain text that loses no line and no address: what stands apart for a reader stays
 * apart. Paragraphs are kept apart by an empty line; items of lists get their marker, quotations
 * theirs, cells of a row share a line; the address of a link follows its text.
 *
 * <p>Of blanks, those count that {@link Html#paragraphs} writes: a line break of the source is a
 * blank or nothing, and blanks that only lie between blocks are nothing.
 */
final class HtmlText implements HtmlTokens.Reader {

  /** Blocks with an empty line around them. */
  private static final Set<String> FAR =
      names(
          "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section header footer article"
              + " figure fieldset");

  /** Blocks on lines of their own. */
  private static final Set<String> NEAR =
      names(
          "div li dt dd tr caption address main nav aside form details summary figcaption option"
              + " legend body html center");

  private static final Set<String> PICTURES = Set.of("img", "svg");
  private static final Set<String> EMBEDDED = Set.of("iframe", "video", "audio", "embed", "source");
  private static final Set<String> CELLS = Set.of("td", "th");
  static final Pattern SOURCE_BREAK = Pattern.compile("(?<![ \t])[ \t]*+[\r\n][ \t\r\n]*+");
  private static final Pattern NOT_SEEN_OF_ADDRESS =
      Pattern.compile("^(?:https?://|mailto:|tel:)|/$");
  private static final Pattern NO_ADDRESS = Pattern.compile("(?:#|javascript:).*|");
  private static final String RULE = "---";

  private final PlainLines lines = new PlainLines();
  private final Deque<ItemList> lists = new ArrayDeque<>();
  private Link link = Link.NONE;
  private final Blank blank = new Blank();
  private String lastBlock = "";
  private boolean sourceBreak;
  private int preformatted;

  /**
   * Blanks at the beginning of a line, of which it is not yet known whether they count: that
   * depends on the breaks before and after them, {@code br}, or {@code <p} and {@code /p} of a
   * block.
   */
  private static final class Blank {
    private final StringBuilder text = new StringBuilder();
    private String after = "";

    private void add(String blanks, String lastBreak) {
      text.append(blanks);
      after = lastBreak;
    }

    private String take(String next) {
      String taken = counts(next) ? text.toString() : "";
      text.setLength(0);
      after = "";
      return taken;
    }

    /** Between two blocks they do not. */
    private boolean counts(String next) {
      return after.equals("br") || (after.startsWith("<") && closes(next)) || next.isEmpty();
    }

    private boolean closes(String next) {
      return next.equals("br") || next.equals("/" + after.substring(1));
    }
  }

  /** A link whose text is not yet complete. */
  private record Link(String address, int start) {
    private static final Link NONE = new Link("", 0);
  }

  private static final class ItemList {
    private final boolean ordered;
    private final boolean checked;
    private int next;
    private boolean inItem;

    private ItemList(boolean ordered, boolean checked, int next) {
      this.ordered = ordered;
      this.checked = checked;
      this.next = next;
    }
  }

  private HtmlText() {}

  private static Set<String> names(String names) {
    return Set.of(names.split(" ", -1));
  }

  private static boolean isBlock(String name) {
    return FAR.contains(name) || NEAR.contains(name);
  }

  /** The text without white space around it. */
  static String of(CharSequence html) {
    HtmlText text = new HtmlText();
    HtmlTokens.read(html, text);
    text.closeLink();
    return text.lines.toString().strip();
  }

  @Override
  public void text(String text) {
    if (preformatted > 0) {
      preformatted(text);
    } else {
      String[] parts = SOURCE_BREAK.split(text, -1);
      for (int i = 0; i < parts.length; i++) {
        sourceBreak |= i > 0;
        flow(parts[i]);
      }
    }
  }

  private void preformatted(String text) {
    String[] written = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < written.length; i++) {
      if (i > 0) {
        lines.endLine();
      }
      write(written[i]);
    }
  }

  private void flow(String text) {
    if (!lines.inLine() && text.chars().allMatch(c -> c == ' ' || c == '\t')) {
      blank.add(sourceBreak ? "" : text, lastBlock);
      return;
    } else if (!text.isEmpty() && sourceBreak && lines.inLine()) {
      lines.write(" ");
    }
    sourceBreak = sourceBreak && text.isEmpty();
    write(text);
  }

  private void write(String text) {
    if (!text.isEmpty()) {
      lines.write(blank.take("") + text);
    }
  }

  private void block(String name) {
    String held = blank.take(name);
    if (!held.isEmpty()) {
      lines.write(held);
    }
    sourceBreak = false;
    lastBlock = name;
  }

  @Override
  public void open(HtmlTokens.Tag tag) {
    String name = tag.name();
    if (name.equals("br")) {
      block("br");
      lines.endLine();
    } else if (name.equals("a")) {
      closeLink();
      link = new Link(tag.attribute("href").orElse(""), lines.length());
    } else if (PICTURES.contains(name)) {
      write("[" + tag.attribute("alt").filter(alt -> !alt.isEmpty()).orElse("image") + "]");
    } else if (EMBEDDED.contains(name)) {
      tag.attribute("src").filter(source -> !source.isEmpty()).ifPresent(this::address);
    } else if (CELLS.contains(name)) {
      block("<" + name);
      lines.cell();
    } else if (isBlock(name)) {
      openBlock(tag);
    }
  }

  private void address(String source) {
    lines.apart(1);
    write("(" + source + ")");
    lines.apart(1);
  }

  private void openBlock(HtmlTokens.Tag tag) {
    block("<" + tag.name());
    apart(tag.name());
    switch (tag.name()) {
      case "ul", "ol" -> openList(tag);
      case "li" -> openItem(tag);
      case "tr" -> lines.openRow();
      case "blockquote" -> lines.indent("> ", "> ");
      case "pre" -> preformatted++;
      case "hr" -> {
        lines.write(RULE);
        apart("hr");
      }
      default -> {}
    }
  }

  /** Within lists and tables, all is close together. */
  private void apart(String name) {
    boolean far = FAR.contains(name) && lists.isEmpty() && !lines.inRow();
    lines.apart(far ? 2 : 1);
  }

  private void openList(HtmlTokens.Tag tag) {
    if (!lists.isEmpty() && lists.peek().inItem) {
      lines.yieldPrefix();
    }
    boolean checked = tag.attribute("class").orElse("").contains("o_checklist");
    lists.push(new ItemList(tag.name().equals("ol"), checked, number(tag, "start", 1)));
  }

  private void openItem(HtmlTokens.Tag tag) {
    ItemList list = lists.peek();
    if (list == null) {
      lines.indent("", "");
      return;
    }
    closeItem(list);
    String classes = tag.attribute("class").orElse("");
    String marker = classes.contains("nested") ? "" : marker(list, tag, classes);
    lines.indent(marker, " ".repeat(marker.isEmpty() ? 2 : marker.length()));
    list.inItem = true;
  }

  private static String marker(ItemList list, HtmlTokens.Tag tag, String classes) {
    if (list.ordered) {
      int number = number(tag, "value", list.next);
      list.next = number + 1;
      return number + ". ";
    } else if (list.checked) {
      return classes.contains("o_checked") ? "- [x] " : "- [ ] ";
    }
    return "- ";
  }

  private static int number(HtmlTokens.Tag tag, String attribute, int otherwise) {
    return tag.attribute(attribute)
        .filter(number -> number.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  @Override
  public void close(String name) {
    if (name.equals("a")) {
      closeLink();
    } else if (isBlock(name) && !name.equals("hr")) {
      block("/" + name);
      closeBlock(name);
      apart(name);
    } else if (CELLS.contains(name)) {
      block("/" + name);
    }
  }

  private void closeBlock(String name) {
    switch (name) {
      case "ul", "ol" -> closeList();
      case "li" -> closeItem();
      case "tr" -> lines.closeRow();
      case "blockquote" -> lines.outdent();
      case "pre" -> preformatted = Math.max(0, preformatted - 1);
      default -> {}
    }
  }

  private void closeList() {
    ItemList list = lists.peek();
    if (list != null) {
      closeItem(list);
      lists.pop();
    }
  }

  private void closeItem() {
    ItemList list = lists.peek();
    if (list == null) {
      lines.outdent();
    } else {
      closeItem(list);
    }
  }

  private void closeItem(ItemList list) {
    if (list.inItem) {
      lines.outdent();
      list.inItem = false;
    }
  }

  private void closeLink() {
    if (link.equals(Link.NONE)) {
      return;
    }
    String address = link.address();
    String label = lines.from(link.start());
    if (!NO_ADDRESS.matcher(address).matches() && !Occurrence.isIn(label, shown(address))) {
      if (label.isBlank()) {
        write("(" + address + ")");
      } else {
        lines.amend(" (" + address + ")");
      }
    }
    link = Link.NONE;
  }

  private static String shown(String address) {
    return NOT_SEEN_OF_ADDRESS.matcher(address).replaceAll("");
  }
}
