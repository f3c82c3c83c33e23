package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    assertThat(Html.text(edited)).isEqualTo("Title\n\n- one\n- two\n\nbold & café 🚀");
  }

  /** What people write with the editors of Odoo 14 to 19, and what comes in by mail. */
  static Stream<Arguments> written() {
    return Stream.of(
        arguments("<p>a</p><p>b</p>", "a\n\nb"),
        arguments("<p>a</p><p><br></p><p>b</p>", "a\n\n\nb"),
        arguments("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        arguments("<div>a</div><div>b</div>", "a\nb"),
        arguments("a<div>b</div>c", "a\nb\nc"),
        arguments("<p>a<br></p><p>b</p>", "a\n\nb"),
        arguments("<p>a<br>b<br><br>c</p>", "a\nb\n\nc"),
        arguments("<h2>a</h2>b<h3>c</h3>", "a\n\nb\n\nc"),
        arguments("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
        arguments("<ol><li>a</li><li><p>b</p></li></ol>", "1. a\n2. b"),
        arguments("<ol start=\"3\"><li>a</li><li value=\"7\">b</li></ol>", "3. a\n7. b"),
        arguments("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        arguments(
            "<ul><li>a</li><li class=\"oe-nested\"><ol><li>b</li></ol></li></ul>", "- a\n  1. b"),
        arguments("<ul><li><p>a</p><p>b</p></li><li>c<br>d</li></ul>", "- a\n  b\n- c\n  d"),
        arguments("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "- a\n- b"),
        arguments("<ul><li>a</li><li><br></li><li>b</li></ul>", "- a\n\n- b"),
        arguments(
            "<ul class=\"o_checklist\"><li class=\"o_checked\">a</li><li>b</li></ul>",
            "- [x] a\n- [ ] b"),
        arguments("x<ul><li>a</li></ul>y", "x\n\n- a\n\ny"),
        arguments(
            "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td><p>d</p></td></tr>"
                + "</tbody></table>",
            "a | b\nc | d"),
        arguments("<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a |  | c"),
        arguments("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\nb | c"),
        arguments("<table><tr><td><br></td><td>b</td></tr></table>", "| b"),
        arguments(
            "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr>"
                + "<tr><td>d</td></tr></table>",
            "a | b | c\nd"),
        arguments("<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>", "- a | b"),
        arguments("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        arguments("<p>x</p><blockquote>a<br>b<p>c</p></blockquote>y", "x\n\n> a\n> b\n\n> c\n\ny"),
        arguments("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        arguments("<p>a\n   b</p>\n<p>c</p>", "a b\n\nc"),
        arguments("<p>a</p> <p>b</p>", "a\n\nb"),
        arguments(
            "<p>see <a href=\"https://e.com/?a=1&amp;b=2\">here</a>.</p>",
            "see here (https://e.com/?a=1&b=2)."),
        arguments("<a href=\"https://e.com/\">e.com</a>", "e.com"),
        arguments(
            "<a href=\"https://e.com\">go to https://e.com now</a>", "go to https://e.com now"),
        arguments("<a href='mailto:anna@e.com'>Anna</a>", "Anna (mailto:anna@e.com)"),
        arguments("<a href=\"mailto:anna@e.com\">anna@e.com</a>", "anna@e.com"),
        arguments("<a href=\"#top\">up</a> <a href=\"\">none</a> <a>no</a>", "up none no"),
        arguments(
            "<a href=\"https://e.com\"><img src=\"a.png\" alt=\"Logo\"></a>",
            "[Logo] (https://e.com)"),
        arguments("<a href=\"https://e.com\"></a>", "(https://e.com)"),
        arguments("<p>a <a href=\"https://e.com\">b </a>c</p>", "a b (https://e.com) c"),
        arguments("<p>a<img src=\"x\">b</p>", "a[image]b"),
        arguments(
            "<p>a</p><iframe src=\"https://v.com\"></iframe><p>b</p>", "a\n\n(https://v.com)\n\nb"),
        arguments("<p>a<!-- <p>no</p> -->b</p>", "ab"),
        arguments("<style>p {}</style><p>a</p><script>x('<p>')</script>", "a"),
        arguments("<p>1 < 2 and 3 > 2 <3</p>", "1 < 2 and 3 > 2 <3"),
        arguments("<p>caf&eacute;&nbsp;&ndash;&hellip;&#8364;</p>", "café\u00a0–…€"),
        arguments("<p>a\u200bb\ufeff</p>", "a\u200bb\ufeff"),
        arguments("<P>a</P><BR/><DIV>b</DIV>", "a\n\n\nb"),
        arguments("<p>a<b>b</b> <i>c</i></p>", "ab c"),
        arguments("<details><summary>a</summary>b</details>", "a\nb"),
        arguments("<p>a</p><!--", "a\n\n<!--"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void text_ofMarkup_losesNoLineAndNoAddress(String html, String text) {
    assertThat(Html.text(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a \"",
        "<a ",
        "<!--",
        "</",
        "&",
        " ",
        "\n ",
        "<ul><li>x",
        "<tr><td>x",
        "<blockquote>x",
        "<br>",
        "<a href=\"x\">",
        "</a>",
        "<a href=\"x\">y</a>",
        "<p> </p>",
        "<x y='"
      })
  @Timeout(10)
  void text_hugeInput_ends(String part) {
    assertThat(Html.text(part.repeat(200_000) + "end")).contains("end");
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
