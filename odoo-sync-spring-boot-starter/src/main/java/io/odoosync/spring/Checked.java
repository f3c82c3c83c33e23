package io.odoosync.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes values of properties over, and names the property of one that is refused. */
final class Checked {

  private Checked() {}

  /** Hands a value over, if there is one. */
  static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
    if (value == null) {
      return;
    }
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw refused(property, e);
    }
  }

  /** What is refused, in the words of who refuses it, which hold no secret. */
  static InvalidSyncPropertyException refused(String property, IllegalArgumentException why) {
    String name = OdooSyncProperties.PREFIX + property;
    return new InvalidSyncPropertyException(
        "The property " + name + " is not valid: " + why.getMessage() + ".",
        "Correct " + name + ".");
  }

  /** All that is missing is said at once. */
  static void require(Map<String, @Nullable String> values) {
    List<String> missing = new ArrayList<>();
    new LinkedHashMap<>(values)
        .forEach(
            (property, value) -> {
              if (value == null || value.isBlank()) {
                missing.add(OdooSyncProperties.PREFIX + property);
              }
            });
    if (!missing.isEmpty()) {
      boolean one = missing.size() == 1;
      throw new InvalidSyncPropertyException(
          (one ? "The property " : "The properties ")
              + String.join(", ", missing)
              + (one ? " is not set." : " are not set."),
          "Set "
              + (one ? "it" : "them")
              + " in the application's configuration, or odoo.sync.enabled=false where nothing is to"
              + " be synced.");
    }
  }
}
