package io.odoosync.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.CountedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "ADA@Example.COM",
        "Ada Martin <ada@example.com>",
        "\"Martin, Ada\" <ada@example.com>",
        "mailto:ada@example.com?subject=Rome",
        "'ada@example.com'",
        "\u00a0\u2007ada@example.com\u202f\u3000\u2028",
        "\ufeffada@\u200bexample.com\u200b",
        "E-mail: ada@example.com.",
      })
  void in_asPeopleTypeOne_isTheAddress(String typed) {
    assertThat(EmailAddresses.in(typed)).containsExactly("ada@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.org,b@x.org",
        "a@x.org; b@x.org;",
        "a@x.org\u00a0b@x.org",
        "A <a@x.org>, B <b@x.org>",
        "a@x.org\nb@x.org",
      })
  void in_several_areAll(String typed) {
    assertThat(EmailAddresses.in(typed)).containsExactly("a@x.org", "b@x.org");
  }

  @Test
  void in_apostropheWithin_stays() {
    assertThat(EmailAddresses.in("o'brien@x.org")).containsExactly("o'brien@x.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nobody", "@", "a@", "@x.org", "a @ x.org"})
  void in_noAddress_isNone(String typed) {
    assertThat(EmailAddresses.in(typed)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.odoosync.internal.NastyTexts#ofThousands")
  void patterns_inNastyTexts_takeAFewLooksAtEachCharacter(String name, String text) {
    CountedText.find(EmailAddresses.ADDRESS, text);
    CountedText.find(EmailAddresses.AROUND, text);
  }
}
