package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.FieldDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServedFieldsTest {

  private static final List<String> MAPPED = List.of("name", "notes", "mobile");

  private static ServedFields on(FieldDefinition... fields) {
    Map<String, FieldDefinition> known = new java.util.HashMap<>();
    for (FieldDefinition field : fields) {
      known.put(field.name(), field);
    }
    return ServedFields.parse(ServedFields.of(MAPPED, new ModelFields(known)).text());
  }

  private static FieldDefinition field(String name, String type, boolean readonly) {
    return new FieldDefinition(name, type, name, false, readonly, null);
  }

  private static final ServedFields BEFORE =
      on(
          field("name", "char", false),
          field("notes", "text", false),
          field("mobile", "char", false));

  @Test
  void changesSince_serverTakesOtherFields_areTold() {
    ServedFields now = on(field("name", "char", true), field("notes", "html", false));

    assertThat(now.changesSince(BEFORE))
        .containsExactly(
            "mobile (not taken any more)",
            "name (not taken any more)",
            "notes (text before, html now)");
    assertThat(BEFORE.changesSince(now)).contains("mobile (taken again)");
    assertThat(now.unknownTo(BEFORE)).isEmpty();
    assertThat(BEFORE.unknownTo(now)).isEmpty();
  }

  @Test
  void unknownTo_anotherMapping_tellsTheFields() {
    assertThat(ServedFields.parse("name:char x_new:char").unknownTo(BEFORE))
        .containsExactly("x_new");
  }

  @Test
  void parse_namesAlone_tellNothingOfTypes() {
    ServedFields old = ServedFields.parse("name notes");
    assertThat(BEFORE.changesSince(old)).isEmpty();
    assertThat(BEFORE.unknownTo(old)).containsExactly("mobile");
  }
}
