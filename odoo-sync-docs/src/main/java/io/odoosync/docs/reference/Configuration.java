package io.odoosync.docs.reference;

import io.odoosync.docs.source.JavaSources;

/** The page that lists every option there is, made from code, metadata and the command line. */
public final class Configuration {

  private static final String HEAD =
      """
      # Configuration reference

      Each option of the builders, each property of the Spring Boot starter, and each option of the command line. This page is
      written from the code when the documentation is built.

      """;

  private Configuration() {}

  /**
   * Writes it.
   *
   * @param sources of the modules whose builders are listed
   * @return Markdown
   */
  public static String page(JavaSources sources) {
    return HEAD
        + BuilderOptions.section(sources)
        + SpringProperties.section(SpringProperties.ofStarter())
        + CommandLineOptions.section();
  }
}
