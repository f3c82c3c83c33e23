package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void text_ofParagraphs_givesTheLinesBack() {
    assertThat(Html.text("<p>likes &lt;b&gt;Rome&lt;/b&gt;<br>and Athens</p><p>since 2020</p>"))
        .isEqualTo("likes <b>Rome</b>\nand Athens\n\nsince 2020");
  }

  @Test
  void text_ofWhatAnEditorWrites_keepsWhatAReaderSees() {
    String edited =
        """
        <div data-oe-version="2.0"><h1 class="o > p">Title</h1>
          <ul><li>one</li><li>two</li></ul>
          <p><strong>bold</strong> &amp; caf&#233; &#x1F680;</p></div>
        """;
    assertThat(Html.text(edited)).isEqualTo("Title\n\none\ntwo\n\nbold & café 🚀");
  }

  @Test
  void text_unknownEntity_staysAsItIs() {
    assertThat(Html.text("<p>&foo; &#x110000; &#0x;</p>")).isEqualTo("&foo; &#x110000; &#0x;");
  }

  @Test
  void text_endlessTag_ends() {
    assertThat(Html.text("<p " + "a=\"b\" ".repeat(20_000) + ">x</p>")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p></p>", "<p><br></p>", "<p>&nbsp;</p>", "<div><p><br/></p></div>"})
  void isEmpty_readerSeesNothing_isTrue(String html) {
    assertThat(Html.isEmpty(html)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<p>x</p>", "<p><img src=\"a.png\"></p>", "<IMG src=\"a.png\">"})
  void isEmpty_readerSeesSomething_isFalse(String html) {
    assertThat(Html.isEmpty(html)).isFalse();
  }

  /** What the real Odoo 19 made of markup. */
  static Stream<Arguments> stored() {
    return Stream.of(
        arguments("bare text", "<p>bare text</p>"),
        arguments(
            "<div data-oe-version='1.2'>x<br/>y</div>",
            "<div data-oe-version=\"1.2\">x<br>y</div>"),
        arguments("<p>a\u00a0b</p>", "<p>a&nbsp;b</p>"),
        arguments("<p>a</p><p>b</p>", "<p>a</p>\n<p>b</p>"),
        arguments("<p>&quot;q&quot; &#39;a&#39;</p>", "<p>\"q\" 'a'</p>"));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void comparable_sentAndStored_isTheSame(String sent, String stored) {
    assertThat(Html.comparable(sent)).isEqualTo(Html.comparable(stored));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a</p><p>b</p>|<p>a<br>b</p>",
        "<p>a</p><p>b</p>|<p>ab</p>",
        "<p>a b</p>|<p>ab</p>",
        "<p>1 &lt; 2</p>|<p>1 &gt; 2</p>",
        "<p><b>a</b></p>|<p><i>a</i></p>",
      })
  void comparable_anotherText_differs(String one, String other) {
    assertThat(Html.comparable(one)).isNotEqualTo(Html.comparable(other));
  }
}
