package io.odoosync.docs.check;

import io.odoosync.docs.page.Document;
import io.odoosync.docs.page.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Links within the repository that lead nowhere. */
final class BrokenLinks {

  private static final String LINES = "L\\d+(-L\\d+)?";

  private final Path root;
  private final Map<Path, Document> texts;

  /**
   * Looks at some texts.
   *
   * @param root where everything lies that they lead to
   * @param texts by their files, relative to that
   */
  BrokenLinks(Path root, Map<Path, Document> texts) {
    this.root = root;
    this.texts = texts;
  }

  /** Each as {@code file: link}. */
  List<String> all() {
    return texts.keySet().stream().flatMap(file -> of(file).stream()).toList();
  }

  private List<String> of(Path file) {
    return document(file).links().stream()
        .filter(link -> !link.isExternal())
        .filter(link -> !leadsSomewhere(file, link))
        .map(link -> file + ": " + link.target())
        .toList();
  }

  private boolean leadsSomewhere(Path file, Link link) {
    Path target = link.file().isEmpty() ? file : file.resolveSibling(link.file()).normalize();
    boolean known = texts.containsKey(target);
    return (known || Files.exists(root.resolve(target)))
        && (link.anchor().isEmpty()
            || (known
                ? document(target).headings().stream()
                    .anyMatch(heading -> heading.id().equals(link.anchor()))
                : link.anchor().matches(LINES)));
  }

  private Document document(Path file) {
    return java.util.Objects.requireNonNull(texts.get(file));
  }
}
