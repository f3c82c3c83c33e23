package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.odoo.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run can only be replayed if fields keep their order, whatever their hashes. */
class FieldOrderTest {

  private static final List<String> NAMES =
      List.of("zip", "name", "active", "city", "x_b", "x_a", "ref", "vat", "email", "comment");

  @Test
  void modelFields_haveTheServersOrder() {
    Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
    NAMES.forEach(
        name -> definitions.put(name, new FieldDefinition(name, "char", name, false, false, null)));
    assertThat(new ModelFields(definitions).byName().keySet()).containsExactlyElementsOf(NAMES);
  }

  @Test
  void mapped_hasTheOrderOfTheMapping() {
    FieldValues.Builder values = FieldValues.builder();
    NAMES.forEach(name -> values.set(name, FieldValue.of(name)));
    Mapping.Mapped mapped =
        new Mapping.Mapped(
            values.build(), FieldValues.builder().build(), Lines.NONE, new LinkedHashSet<>(NAMES));
    assertThat(mapped.fields().written().keySet()).containsExactlyElementsOf(NAMES);
    assertThat(mapped.custom()).containsExactlyElementsOf(NAMES);
  }
}
