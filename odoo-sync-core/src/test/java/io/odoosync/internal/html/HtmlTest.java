package io.odoosync.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @Test
  void attribute_whateverIsInIt_endsWhereItShould() {
    assertThat(Tag.of("p").with("title", "\"' onload=x>&\u001b").text("a"))
        .hasToString("<p title=\"&quot;&#39; onload=x&gt;&amp;\\u001b\">a</p>\n");
  }

  @Test
  void name_thatIsNone_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.of("p onload"));
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.of("p").with("a=b c", "x"));
  }

  @Test
  void bar_ofNothing_isAnEmptyOne() {
    assertThat(Bar.of(List.of(new Bar.Part("created", "created", 0))).picture("x").toString())
        .contains("aria-label=\"x: nothing\"")
        .contains("class=\"none\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "1048575, '1,023 KiB'",
    "1572864, 1.5 MiB",
    "2147483648, '2,048.0 MiB'"
  })
  void bytes_areInTheGreatestUnit(long bytes, String words) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(words);
  }
}
