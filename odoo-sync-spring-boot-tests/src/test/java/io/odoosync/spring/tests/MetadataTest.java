package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.spring.OdooSyncProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an editor completes and explains. */
class MetadataTest {

  private static String metadata() throws IOException {
    try (InputStream file =
        OdooSyncProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void metadata_hasEveryPropertyWithADescription() throws IOException {
    String all = metadata();
    String properties = all.substring(all.indexOf("\"properties\""), all.indexOf("\"hints\""));
    List<String> each =
        Pattern.compile("\\{[^{}]*\"name\"[^{}]*\\}")
            .matcher(properties)
            .results()
            .map(result -> result.group())
            .toList();

    assertThat(each).hasSizeGreaterThan(30);
    assertThat(each).allMatch(property -> property.contains("\"description\""));
    assertThat(all).contains("\"odoo.sync.api-key\"", "\"odoo.sync.schedule.full\"");
  }

  @Test
  void metadata_hintsAtCronExpressions() throws IOException {
    String all = metadata();
    assertThat(all.substring(all.indexOf("\"hints\""))).contains("odoo.sync.schedule.full");
  }
}
