package io.odoosync.docs;

import io.odoosync.docs.page.Site;
import java.nio.file.Path;

/** Writes the documentation as a site that can be opened from disk. */
public final class Docs {

  private Docs() {}

  /**
   * Writes it.
   *
   * @param arguments the checkout, and the folder that becomes the site
   */
  public static void main(String[] arguments) {
    Repository repository = new Repository(Path.of(arguments[0]));
    Path target = Path.of(arguments[1]);
    Site site = repository.site();
    site.write(target);
    System.out.printf("%d pages: %s%n", site.pages().size(), target.resolve("index.html"));
  }
}
