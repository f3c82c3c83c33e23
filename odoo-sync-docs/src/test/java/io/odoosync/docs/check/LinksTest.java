package io.odoosync.docs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import io.odoosync.docs.page.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @Test
  void texts_theirLinks_leadToAFileOrAHeading() {
    assertThat(new BrokenLinks(Checkout.ROOT, Checkout.texts()).all()).isEmpty();
  }

  @Test
  void brokenLinks_ofATextWithSome_areThose(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("data.csv"), "1");
    Document one =
        Document.of(
            """
            # One

            [right](two.md#a-part) [right](#one) [right](data.csv) [right](https://example.com/x)
            [wrong](three.md) [wrong](two.md#no-part) [wrong](#two) ![wrong](none.png) [wrong](data.csv#x)
            """);
    Document two = Document.of("# Two\n\n## A part\n");

    assertThat(new BrokenLinks(root, Map.of(Path.of("one.md"), one, Path.of("two.md"), two)).all())
        .containsExactly(
            "one.md: three.md",
            "one.md: two.md#no-part",
            "one.md: #two",
            "one.md: none.png",
            "one.md: data.csv#x");
  }
}
