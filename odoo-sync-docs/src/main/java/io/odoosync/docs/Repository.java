package io.odoosync.docs;

import io.odoosync.docs.message.MessageScan;
import io.odoosync.docs.message.Troubleshooting;
import io.odoosync.docs.page.Site;
import io.odoosync.docs.reference.Configuration;
import io.odoosync.docs.source.JavaSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** This library's checkout: where its pages and sources lie. */
public final class Repository {

  private static final Pattern PUBLISHED =
      Pattern.compile("<scm\\b.*?<url>([^<]+)</url>", Pattern.DOTALL);

  /** What the pages are made from that list messages and options. */
  private static final List<String> MODULES = List.of("core", "jdbc", "tool");

  private final Path root;
  private @Nullable JavaSources sources;

  /**
   * Looks at a checkout.
   *
   * @param root its folder
   */
  public Repository(Path root) {
    this.root = root;
  }

  /**
   * Its documentation, with the pages that are generated.
   *
   * @return the site
   */
  public Site site() {
    return new Site(root, root.resolve("docs/site"), published(), generated());
  }

  private Map<String, String> generated() {
    return Map.of(
        "troubleshooting.md", Troubleshooting.page(new MessageScan(sources())),
        "configuration.md", Configuration.page(sources()));
  }

  /**
   * The sources of what is published, without tests.
   *
   * @return parsed, once
   */
  public synchronized JavaSources sources() {
    if (sources == null) {
      sources =
          JavaSources.of(
              MODULES.stream()
                  .map(module -> root.resolve("odoo-sync-" + module + "/src/main/java"))
                  .toList());
    }
    return sources;
  }

  /** Where its sources can be read by anybody: the address in the POM. */
  private String published() {
    Matcher pom = PUBLISHED.matcher(text("pom.xml"));
    if (!pom.find()) {
      throw new IllegalStateException("pom.xml has no <scm> with a <url>");
    }
    return pom.group(1);
  }

  private String text(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
