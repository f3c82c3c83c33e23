package io.odoosync.docs.page;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where links lead once pages are HTML: to other pages as HTML, to files beside them as they are,
 * and from everything else in the repository to where its sources are published.
 */
final class LinkRewriter {

  private final Path repository;
  private final Path pages;
  private final String published;

  /**
   * Rewrites links of the pages in a folder.
   *
   * @param published the address of the repository for people
   */
  LinkRewriter(Path repository, Path pages, String published) {
    this.repository = repository.toAbsolutePath().normalize();
    this.pages = pages.toAbsolutePath().normalize();
    this.published = published;
  }

  /**
   * A link of a page.
   *
   * @param page the page's file, relative to the folder of pages
   */
  String rewritten(String page, Link link) {
    if (link.isExternal() || link.file().isEmpty()) {
      return link.target();
    }
    Path file = pages.resolve(page).resolveSibling(link.file()).normalize();
    String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
    if (file.startsWith(pages)) {
      return html(link.file()) + anchor;
    }
    String kind = Files.isDirectory(file) ? "/tree/HEAD/" : "/blob/HEAD/";
    return published + kind + repository.relativize(file).toString().replace('\\', '/') + anchor;
  }

  /** The file that a page is written to. */
  static String html(String file) {
    return file.replaceFirst("\\.md$", ".html");
  }
}
