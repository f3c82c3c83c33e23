package io.odoosync.docs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    file(
        "docs/site/SUMMARY.md",
        """
        # Summary

        - [Home](index.md)

        # Parts

        - [One](parts/one.md)
          - [Made](made.md)
        """);
    file("docs/site/index.md", "# Home & all\n\n![A box](pictures/box.svg)\n");
    file(
        "docs/site/parts/one.md",
        """
        # One

        [home](../index.md#home--all) [code](../../../src/A.java) [code](../../../src) [out](https://example.com/a.md)

        ## A `part`

        | a | b |
        |---|---|
        | 1 | 2 |
        """);
    file("docs/site/pictures/box.svg", "<svg/>");
    file("src/A.java", "class A {}");
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String written(String name) throws IOException {
    Site site =
        new Site(
            root,
            root.resolve("docs/site"),
            "https://code.example",
            Map.of("made.md", "# Made\n\nfrom code\n"));
    site.write(root.resolve("target"));
    return Files.readString(root.resolve("target").resolve(name));
  }

  @Test
  void write_linksBetweenPages_leadToHtml() throws IOException {
    assertThat(written("parts/one.html"))
        .contains("href=\"../index.html#home--all\"", "href=\"https://example.com/a.md\"");
  }

  @Test
  void write_linksIntoTheRepository_leadToWhereItIsPublished() throws IOException {
    assertThat(written("parts/one.html"))
        .contains(
            "href=\"https://code.example/blob/HEAD/src/A.java\"",
            "href=\"https://code.example/tree/HEAD/src\"");
  }

  @Test
  void write_navigation_namesPartsAndMarksThePage() throws IOException {
    assertThat(written("parts/one.html"))
        .contains(
            "<h2>Parts</h2>",
            "<a href=\"../parts/one.html\" aria-current=\"page\">One</a>",
            "<li class=\"depth1\"><a href=\"../made.html\">Made</a></li>",
            "<a rel=\"prev\" href=\"../index.html\">Home</a>",
            "<a rel=\"next\" href=\"../made.html\">Made</a>")
        .doesNotContain("<h2>Summary</h2>");
  }

  @Test
  void write_headings_haveAnchorsAndAreListed() throws IOException {
    Files.writeString(
        root.resolve("docs/site/parts/one.md"),
        "\n## Another\n",
        java.nio.file.StandardOpenOption.APPEND);

    assertThat(written("parts/one.html"))
        .contains("<h2 id=\"a-part\">", "<li class=\"level2\"><a href=\"#a-part\">A part</a></li>");
  }

  @Test
  void write_tables_scrollByThemselves() throws IOException {
    assertThat(written("parts/one.html"))
        .containsPattern("<div class=\"table\" tabindex=\"0\">\\s*<table>\\s*<thead>")
        .contains("<td>1</td>");
  }

  @Test
  void write_whatPagesShow_isCopied() throws IOException {
    assertThat(written("pictures/box.svg")).isEqualTo("<svg/>");
    assertThat(written("index.html")).contains("src=\"pictures/box.svg\"", "alt=\"A box\"");
  }

  @Test
  void write_titles_areEscaped() throws IOException {
    assertThat(written("index.html"))
        .contains("<title>Home &amp; all · odoo-sync</title>")
        .doesNotContain("{{");
  }

  @Test
  void write_generatedPages_areThere() throws IOException {
    assertThat(written("made.html")).contains("<p>from code</p>");
  }

  @Test
  void write_nothingOfThePages_isLoadedFromElsewhere() throws IOException {
    assertThat(written("index.html")).doesNotContain("<script").doesNotContain("http");
    assertThat(written("style.css")).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void title_ofAPageWithout_isRefused() {
    assertThatThrownBy(() -> Document.of("text").title()).hasMessageContaining("# Title");
  }
}
