package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.FieldValue;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Odoo returns, in the one form in which it is compared and remembered. */
class OdooValuesTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  static Stream<Arguments> cells() {
    return Stream.of(
        arguments("char", "false", ""),
        arguments("char", "\"\"", ""),
        arguments("char", "\" a \"", "a"),
        arguments("text", "\"a\\nb\"", "a\nb"),
        arguments("selection", "\"draft\"", "draft"),
        arguments("html", "false", ""),
        arguments("html", "\"<p>a</p>\"", "<p>a</p>"),
        arguments("html", "\"<p><br></p>\"", ""),
        arguments("integer", "0", "0"),
        arguments("integer", "42", "42"),
        arguments("float", "0.0", "0"),
        arguments("float", "1250.50", "1250.5"),
        arguments("float", "1e3", "1000"),
        arguments("float", "0.30000000000000004", "0.3"),
        arguments("monetary", "123456789012.34", "123456789012.34"),
        arguments("boolean", "false", "0"),
        arguments("boolean", "true", "1"),
        arguments("date", "false", ""),
        arguments("date", "\"2026-11-25\"", "2026-11-25"),
        arguments("datetime", "\"2026-11-25 10:00:05\"", "2026-11-25 10:00:05"),
        arguments("many2one", "false", ""),
        arguments("many2one", "[75, \"France\"]", "75"),
        arguments("many2one", "75", "75"),
        arguments("many2many", "[]", ""),
        arguments("many2many", "[3, 1, 2]", "1,2,3"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void of_eachType_hasOneCell(String type, String json, String cell) throws IOException {
    assertThat(Encoding.cell(read(type, json))).isEqualTo(cell);
  }

  /** What the link remembers is compared with what is read the next time. */
  @ParameterizedTest
  @MethodSource("cells")
  void parse_cell_isTheValueAgain(String type, String json, String cell) throws IOException {
    FieldKind kind = FieldKind.of(type);
    assertThat(kind.same(kind.parse(cell), read(type, json))).isTrue();
    assertThat(Encoding.cell(kind.parse(cell))).isEqualTo(cell);
  }

  @Test
  void of_fieldThatWasNotRead_isLeftOut() throws IOException {
    assertThat(values("char", "\"a\"", List.of("f", "other")).values().byField())
        .containsOnlyKeys("f");
  }

  @Test
  void of_writeDate_isKept() throws IOException {
    assertThat(values("char", "\"a\"", List.of("f")).writeDate())
        .isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
  }

  private static FieldValue read(String type, String json) throws IOException {
    return values(type, json, List.of("f")).values().get("f");
  }

  private static OdooValues values(String type, String json, List<String> fields)
      throws IOException {
    String record = "{\"id\": 7, \"write_date\": \"2026-11-25 10:00:00\", \"f\": " + json + "}";
    ModelFields definitions =
        new ModelFields(Map.of("f", new FieldDefinition("f", type, "F", false, false, null)));
    OdooValue read = OdooValue.of(JSON.readValue(record, Map.class));
    return OdooValues.of(new OdooRecord(read), definitions, fields);
  }
}
