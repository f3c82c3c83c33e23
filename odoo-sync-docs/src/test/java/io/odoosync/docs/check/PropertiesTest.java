package io.odoosync.docs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.docs.Checkout;
import io.odoosync.docs.page.CodeBlock;
import io.odoosync.docs.reference.SpringProperties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  @Test
  void guide_itsSettings_areThoseOfTheStarter() {
    Set<String> known =
        SpringProperties.ofStarter().stream()
            .map(SpringProperties.Property::name)
            .collect(Collectors.toSet());

    assertThat(known).contains("odoo.sync.url");
    Checkout.guide()
        .forEach(
            (file, page) ->
                assertThat(
                        page.codeBlocks().stream()
                            .flatMap(block -> NamedProperties.of(block).stream()))
                    .as("properties of %s", file)
                    .isSubsetOf(known));
  }

  @Test
  void namedProperties_ofPropertiesAndXml_areThoseOfOurs() {
    assertThat(
            NamedProperties.of(
                new CodeBlock(
                    "properties", "odoo.sync.url=https://x\nserver.port=1\nodoo.sync.api-key=k")))
        .containsExactly("odoo.sync.url", "odoo.sync.api-key");
    assertThat(NamedProperties.of(new CodeBlock("java", "odoo.sync.url"))).isEmpty();
  }

  @Test
  void namedProperties_ofYaml_arePathsToValues() {
    String yaml =
        """
        odoo:
          sync:
            url: https://x
            schedule:
              changes: 1m
            namespace: __x__
        server:
          port: 1
        odoo.sync.login: me
        """;

    assertThat(NamedProperties.of(new CodeBlock("yaml", yaml)))
        .containsExactly(
            "odoo.sync.url",
            "odoo.sync.schedule.changes",
            "odoo.sync.namespace",
            "odoo.sync.login");
  }
}
