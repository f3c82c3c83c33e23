package io.odoosync.docs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import io.odoosync.docs.page.CodeBlock;
import io.odoosync.docs.page.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {

  private static final Regions REGIONS = Regions.ofModules(Checkout.ROOT);
  private static final long MOST_OF_AN_INTEGRATION = 60;
  private static final long LONGEST_FIRST_CODE = 15;
  private static final long LINES_BEFORE_ITS_END = 40;

  @Test
  void guide_itsJava_isCodeThatTheBuildCompiles() {
    assertThat(
            Checkout.guide().entrySet().stream()
                .flatMap(
                    page ->
                        java(page.getValue())
                            .filter(block -> !REGIONS.has(block))
                            .map(block -> page.getKey() + ":\n" + block.text())))
        .isEmpty();
  }

  @Test
  void region_ofOtherCode_isNotWhatAPageShows() {
    Regions regions =
        Regions.of(
            List.of(
                "class A {",
                "  // region one",
                "  int a;",
                "",
                "    int b;",
                "",
                "  // endregion"));

    assertThat(regions.has(new CodeBlock("java", "int a;\n\n  int b;\n"))).isTrue();
    assertThat(regions.has(new CodeBlock("java", "int a;\n\nint b;\n"))).isFalse();
    assertThat(regions.has(new CodeBlock("java", "int a;\n"))).isFalse();
  }

  @Test
  void readme_itsFirstCode_isShortAndNearTheTop() {
    String readme = Checkout.text(Path.of("README.md"));
    CodeBlock first = java(Document.of(readme)).findFirst().orElseThrow();
    String before = readme.substring(0, readme.indexOf(first.text()));

    assertThat(lines(first)).isLessThanOrEqualTo(LONGEST_FIRST_CODE);
    assertThat(before.lines().count() + first.text().lines().count())
        .isLessThan(LINES_BEFORE_ITS_END);
  }

  @Test
  void jpaPage_linesOfItsCode_areFewAndCountedRight() {
    String page = Checkout.text(Path.of("docs/site/jpa.md"));
    long lines = java(Document.of(page)).mapToLong(CodeTest::lines).sum();

    assertThat(lines).isBetween(1L, MOST_OF_AN_INTEGRATION);
    assertThat(page).contains("it is " + lines + " lines");
  }

  private static long lines(CodeBlock block) {
    return block.text().lines().filter(line -> !line.isBlank()).count();
  }

  private static Stream<CodeBlock> java(Document page) {
    return page.codeBlocks().stream().filter(block -> block.language().equals("java"));
  }
}
