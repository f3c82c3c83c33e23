package io.odoosync.docs.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageScanTest {

  private static final MessageScan SCAN = new MessageScan(Checkout.REPOSITORY.sources());
  private static final String PAGE = Troubleshooting.page(SCAN);

  @Test
  void scan_whatHasNoWordsOfItsOwn_isWhatPassesOnThoseOfOthers() {
    assertThat(SCAN.wordless()).containsExactlyInAnyOrderElementsOf(PassedOn.files());
  }

  @Test
  void failures_theirCause_isKnown() {
    assertThat(SCAN.failures())
        .filteredOn(Message::hasWords)
        .extracting(Message::group)
        .isSubsetOf(
            java.util.stream.Stream.concat(
                    SCAN.generalAdvice().keySet().stream(),
                    java.util.stream.Stream.of(MessageScan.ANY_CAUSE))
                .toList());
  }

  @Test
  void failures_eachHasARemedy() {
    assertThat(SCAN.failures())
        .filteredOn(Message::hasWords)
        .allSatisfy(message -> assertThat(message.advice()).as(message.text()).isNotBlank());
  }

  @Test
  void failures_wordsOfACaller_areFound() {
    assertThat(SCAN.failures())
        .extracting(Message::group, Message::text, Message::advice)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "INVALID_RECORD",
                "title is missing",
                "Correct the record in the host application."),
            org.assertj.core.groups.Tuple.tuple(
                "HOST_FAULT",
                "the source gave this key more than once",
                "Make the source give each key once."));
  }

  @Test
  void exceptions_wordsAndRemedyOfAnEnum_staySideBySide() {
    assertThat(SCAN.exceptions())
        .filteredOn(message -> message.text().contains("certificate has expired"))
        .extracting(Message::advice)
        .containsExactly("Renew the server's certificate.");
  }

  @Test
  void refusals_areThoseOfBuildersAndOfTheCommandLine() {
    assertThat(SCAN.refusals())
        .extracting(Message::text)
        .contains(
            "maxUpdatePercent must be 0 to 100, but is ‹max update percent›",
            "give --key-file or --key-stdin, not both");
  }

  @Test
  void refusals_wordsOfAFailure_areListedWithItAlone() {
    assertThat(SCAN.refusals()).extracting(Message::text).doesNotContain("title is missing");
  }

  @Test
  void page_eachCause_hasAPart() {
    List<String> lines = PAGE.lines().toList();

    assertThat(SCAN.generalAdvice().keySet())
        .isNotEmpty()
        .allSatisfy(cause -> assertThat(lines).contains("## " + cause));
  }

  @Test
  void page_eachMessage_isThere() {
    for (var messages : List.of(SCAN.failures(), SCAN.refusals(), SCAN.information())) {
      assertThat(messages)
          .filteredOn(Message::hasWords)
          .allSatisfy(message -> assertThat(PAGE).contains(MarkdownText.of(message.text())));
    }
  }
}
