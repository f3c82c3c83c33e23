package io.odoosync.docs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import io.odoosync.docs.page.Link;
import io.odoosync.docs.page.Summary;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void summary_namesEachPageOnce() {
    assertThat(Checkout.SITE.summary().entries())
        .extracting(Summary.Entry::file)
        .containsExactlyInAnyOrderElementsOf(Checkout.SITE.pages().keySet());
  }

  @Test
  void pages_haveATitle() {
    Checkout.SITE
        .pages()
        .forEach((file, page) -> assertThat(page.headings()).as(file).isNotEmpty());
    Checkout.SITE.pages().forEach((file, page) -> assertThat(page.title()).as(file).isNotBlank());
  }

  @Test
  void pictures_areToldToWhoCannotSeeThem() {
    Checkout.texts()
        .forEach(
            (file, text) ->
                assertThat(text.links())
                    .as("pictures of %s", file)
                    .filteredOn(Link::isPicture)
                    .noneMatch(picture -> picture.text().isBlank()));
  }
}
