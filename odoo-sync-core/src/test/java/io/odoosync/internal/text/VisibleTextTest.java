package io.odoosync.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "0a,\\n",
        "0d,\\r",
        "09,\\t",
        "00,\\u0000",
        "1b,\\u001b",
        "7f,\\u007f",
        "85,\\u0085",
        "9b,\\u009b",
        "2028,\\u2028",
        "2029,\\u2029",
        "202a,\\u202a",
        "202e,\\u202e",
        "2066,\\u2066",
        "2069,\\u2069",
        "200e,\\u200e",
        "200f,\\u200f",
        "061c,\\u061c",
        "200b,\\u200b",
        "200d,\\u200d",
        "2060,\\u2060",
        "feff,\\ufeff",
        "ad,\\u00ad",
        "34f,\\u034f",
        "3164,\\u3164",
        "e0041,\\udb40\\udc41",
        "d800,\\ud800"
      })
  void of_characterThatHides_isShown(String hex, String shown) {
    String hidden = Character.toString(Integer.parseInt(hex, 16));
    assertThat(VisibleText.of("a" + hidden + "z")).isEqualTo("a" + shown + "z");
  }

  @Test
  void of_ordinaryText_isTheSame() {
    String text = "Zoé Müller-字 \\ 'x' \uD83D\uDE00 … → ***";
    assertThat(VisibleText.of(text)).isSameAs(text);
  }
}
