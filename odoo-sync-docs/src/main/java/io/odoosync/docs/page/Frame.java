package io.odoosync.docs.page;

import java.util.List;
import java.util.stream.Collectors;

/** What stands around a page: navigation, its own contents, the pages before and after it. */
final class Frame {

  /** Pages with more headings than these list the upper ones only. */
  private static final int MOST_IN_CONTENTS = 40;

  private static final String TITLE_END = "</h1>";

  private final String template;
  private final String name;
  private final Summary summary;

  /**
   * Frames pages.
   *
   * @param template HTML with {@code {{names}}} where something belongs
   * @param name of the whole
   */
  Frame(String template, String name, Summary summary) {
    this.template = template;
    this.name = name;
    this.summary = summary;
  }

  /**
   * The whole page.
   *
   * @param file where the page comes from, relative to the folder of pages
   * @param content its HTML, which begins with its title
   */
  String around(String file, Document page, String content) {
    String title = page.title();
    int begin = content.indexOf(TITLE_END) + TITLE_END.length();
    String up = "../".repeat((int) file.chars().filter(c -> c == '/').count());
    return template
        .replace("{{title}}", Escape.html(title.equals(name) ? name : title + " · " + name))
        .replace("{{name}}", Escape.html(name))
        .replace("{{up}}", up)
        .replace("{{navigation}}", navigation(file, up))
        .replace("{{contents}}", contents(page.headings()))
        .replace("{{previous}}", neighbour(file, -1, "prev", up))
        .replace("{{next}}", neighbour(file, 1, "next", up))
        .replace("{{heading}}", content.substring(0, begin))
        .replace("{{content}}", content.substring(begin));
  }

  private String navigation(String file, String up) {
    return summary.parts().stream()
        .map(part -> heading(part) + list(part.entries(), file, up))
        .collect(Collectors.joining());
  }

  private static String heading(Summary.Part part) {
    return part.title().isEmpty() ? "" : "<h2>" + Escape.html(part.title()) + "</h2>\n";
  }

  private static String list(List<Summary.Entry> entries, String file, String up) {
    return entries.stream()
        .map(
            entry ->
                "<li class=\"depth%d\"><a href=\"%s\"%s>%s</a></li>\n"
                    .formatted(
                        entry.depth(),
                        Escape.html(up + LinkRewriter.html(entry.file())),
                        entry.file().equals(file) ? " aria-current=\"page\"" : "",
                        Escape.html(entry.title())))
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static String contents(List<Heading> headings) {
    List<Heading> shown = upTo(3, headings);
    if (shown.size() > MOST_IN_CONTENTS) {
      shown = upTo(2, headings);
    }
    return shown.size() < 2
        ? ""
        : shown.stream()
            .map(
                heading ->
                    "<li class=\"level%d\"><a href=\"#%s\">%s</a></li>\n"
                        .formatted(
                            heading.level(),
                            Escape.html(heading.id()),
                            Escape.html(heading.text())))
            .collect(
                Collectors.joining(
                    "",
                    "<nav class=\"contents\" aria-label=\"On this page\">\n<h2>On this page</h2>\n<ul>\n",
                    "</ul>\n</nav>\n"));
  }

  private static List<Heading> upTo(int level, List<Heading> headings) {
    return headings.stream()
        .filter(heading -> heading.level() > 1 && heading.level() <= level)
        .toList();
  }

  private String neighbour(String file, int step, String relation, String up) {
    return summary
        .neighbour(file, step)
        .map(
            entry ->
                "<a rel=\"%s\" href=\"%s\">%s</a>"
                    .formatted(
                        relation,
                        Escape.html(up + LinkRewriter.html(entry.file())),
                        Escape.html(entry.title())))
        .collect(Collectors.joining());
  }
}
