package io.odoosync.docs.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The properties of the Spring Boot starter, from the metadata that it ships for completion. */
public final class SpringProperties {

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final String OURS = "odoo.sync.";

  /**
   * A property.
   *
   * @param name in full
   * @param type its Java type, without packages
   * @param defaultValue empty if it has none
   * @param description Markdown
   */
  public record Property(String name, String type, String defaultValue, String description) {}

  private SpringProperties() {}

  /**
   * Those whose names begin with {@code odoo.sync.}.
   *
   * @return sorted by name
   */
  public static List<Property> ofStarter() {
    List<Property> properties = new ArrayList<>();
    try {
      ObjectMapper mapper = new ObjectMapper();
      for (URL file :
          Collections.list(SpringProperties.class.getClassLoader().getResources(METADATA))) {
        try (InputStream json = file.openStream()) {
          mapper.readTree(json).path("properties").forEach(node -> properties.add(property(node)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stream()
        .filter(property -> property.name().startsWith(OURS))
        .sorted(Comparator.comparing(Property::name))
        .toList();
  }

  private static Property property(JsonNode node) {
    return new Property(
        node.path("name").asText(),
        node.path("type").asText().replaceAll("\\b[a-z0-9.]+\\.(?=[A-Z])", "").replace('$', '.'),
        node.path("defaultValue").asText(""),
        node.path("description").asText(""));
  }

  static String section(List<Property> properties) {
    return "## Properties of the Spring Boot starter\n\n"
        + properties.stream().map(SpringProperties::entry).collect(Collectors.joining());
  }

  private static String entry(Property property) {
    return "#### `"
        + property.name()
        + "`\n\n`"
        + property.type()
        + "`. "
        + property.description()
        + (property.defaultValue().isEmpty() ? "" : " Default: `" + property.defaultValue() + "`.")
        + "\n\n";
  }
}
