package io.odoosync.docs.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.docs.source.Flow;
import io.odoosync.docs.source.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {

  @TempDir Path folder;

  /** The texts that a method {@code text} of a class can return. */
  private List<String> texts(String members) throws IOException {
    Files.writeString(
        folder.resolve("Made.java"), "import java.util.*; class Made {\n" + members + "\n}");
    JavaSources sources = JavaSources.of(List.of(folder));
    Flow flow = new Flow(sources);
    TextReader reader = new TextReader(flow);
    return ElementFilter.methodsIn(sources.type("Made").getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("text"))
        .flatMap(method -> flow.returns(method).stream())
        .flatMap(returned -> reader.read(returned).stream())
        .map(Template::text)
        .sorted()
        .toList();
  }

  @Test
  void read_wordsAndParameters_areWordsAndGaps() throws IOException {
    assertThat(
            texts("String text(int maxCount) { return \"at most \" + maxCount + \" of them\"; }"))
        .containsExactly("at most ‹max count› of them");
  }

  @Test
  void read_constantsAndVariables_areTheirValues() throws IOException {
    assertThat(
            texts(
                """
                static final int MOST = 7;
                private static final String END = ", no more";
                String text() { String begin = "up to "; return begin + MOST + END; }
                """))
        .containsExactly("up to 7, no more");
  }

  @Test
  void read_bothBranchesAndCasesOfASwitch_areAllThere() throws IOException {
    assertThat(
            texts(
                """
                String text(boolean some, int n) {
                  String many = switch (n) { case 1 -> "one"; case 2 -> { yield "two"; } default -> "more"; };
                  return (some ? "there is " : "there was ") + many;
                }
                """))
        .containsExactly(
            "there is more",
            "there is one",
            "there is two",
            "there was more",
            "there was one",
            "there was two");
  }

  @Test
  void read_methodsOfTheSources_areWhatTheyReturn() throws IOException {
    assertThat(
            texts(
                """
                String text(Optional<String> why) { return of("the store") + why(why).orElse(""); }
                static String of(String what) { return what + " has failed"; }
                static Optional<String> why(Optional<String> why) { return why.map(w -> ", since it is " + w); }
                """))
        .containsExactly("the store has failed", "the store has failed, since it is ‹why›");
  }

  @Test
  void read_methodOfAConstant_hasTheWordsOfThatConstant() throws IOException {
    assertThat(
            texts(
                """
                enum Why {
                  LOST("it is lost for ever"), LATE("it comes much later");
                  private final String words;
                  Why(String words) { this.words = words; }
                  String words() { return words; }
                }
                String text() { return Why.LATE.words(); }
                """))
        .containsExactly("it comes much later");
  }

  @Test
  void read_sumOfNumbers_isNoText() throws IOException {
    assertThat(texts("String text(int place) { return \"line \" + (place + 1); }"))
        .containsExactly("line ‹place›");
  }

  @Test
  void sources_thatDoNotCompile_areRefused() {
    assertThatThrownBy(() -> texts("String text() { return 1; }"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Made.java");
  }
}
