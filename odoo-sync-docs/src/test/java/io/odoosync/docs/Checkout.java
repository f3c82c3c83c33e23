package io.odoosync.docs;

import io.odoosync.docs.page.Document;
import io.odoosync.docs.page.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of this checkout, read once for all tests. */
public final class Checkout {

  /** Its folder. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Where its pages and sources are. */
  public static final Repository REPOSITORY = new Repository(ROOT);

  /** Its documentation. */
  public static final Site SITE = REPOSITORY.site();

  private static final Path PAGES = Path.of("docs/site");

  private Checkout() {}

  /** By their files, relative to the checkout: the pages, and what else is written for people. */
  public static Map<Path, Document> texts() {
    Map<Path, Document> texts = new TreeMap<>();
    SITE.pages().forEach((file, page) -> texts.put(PAGES.resolve(file), page));
    others().forEach(file -> texts.put(file, Document.of(text(file))));
    return texts;
  }

  /** Those whose code is looked at: the pages and the README. */
  public static Map<Path, Document> guide() {
    Map<Path, Document> guide = new TreeMap<>(texts());
    guide.keySet().removeIf(file -> !file.startsWith(PAGES) && !file.equals(Path.of("README.md")));
    return guide;
  }

  private static Stream<Path> others() {
    try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
      return Stream.concat(
          Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "dev/README.md").map(Path::of),
          decisions.map(ROOT::relativize).toList().stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds. */
  public static String text(Path file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
