package io.odoosync.docs.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes of a tag, always in the same order, so that two builds write the same. */
final class Attributes {

  private Attributes() {}

  /** Names and values in turn. */
  static Map<String, String> of(String... namesAndValues) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return attributes;
  }
}
