package io.odoosync.docs.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All pages of a folder, and those that are generated, as one site on disk. */
public final class Site {

  /** The file that orders the pages; it is none of them. */
  public static final String SUMMARY = "SUMMARY.md";

  private static final String NAME = "odoo-sync";

  private final Path folder;
  private final SortedMap<String, Document> pages = new TreeMap<>();
  private final Summary summary;
  private final LinkRewriter links;

  /**
   * Reads a site.
   *
   * @param repository the checkout that the folder is part of
   * @param folder has {@code SUMMARY.md}, pages, and whatever they show
   * @param published the address of the repository for people
   * @param generated pages that are in no file: their Markdown by their name
   */
  public Site(Path repository, Path folder, String published, Map<String, String> generated) {
    this.folder = folder;
    this.links = new LinkRewriter(repository, folder, published);
    try {
      this.summary = Summary.of(Files.readString(folder.resolve(SUMMARY)));
      for (Path file : files().stream().filter(Site::isPage).toList()) {
        pages.put(name(file), Document.of(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generated.forEach((name, markdown) -> pages.put(name, Document.of(markdown)));
  }

  /**
   * The order of the pages.
   *
   * @return as {@code SUMMARY.md} has it
   */
  public Summary summary() {
    return summary;
  }

  /**
   * The pages by their file, relative to the folder, with those that are generated.
   *
   * @return sorted by file
   */
  public SortedMap<String, Document> pages() {
    return new TreeMap<>(pages);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && !file.endsWith(SUMMARY);
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /**
   * Writes all of it.
   *
   * @param target the folder that becomes the site
   */
  public void write(Path target) {
    try {
      Files.createDirectories(target);
      Files.writeString(target.resolve("style.css"), resource("style.css"));
      Frame frame = new Frame(resource("page.html"), NAME, summary);
      for (Map.Entry<String, Document> page : pages.entrySet()) {
        write(target, page.getKey(), page.getValue(), frame);
      }
      for (Path file : files()) {
        if (!file.toString().endsWith(".md")) {
          copy(file, target.resolve(name(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path target, String file, Document page, Frame frame) throws IOException {
    LinkAttributes attributes = new LinkAttributes(file, links);
    String content = Markdown.html(page.root(), page.headings(), attributes);
    Path written = target.resolve(LinkRewriter.html(file));
    Files.createDirectories(Objects.requireNonNull(written.getParent()));
    Files.writeString(written, frame.around(file, page, content));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String resource(String name) throws IOException {
    try (var stream = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
