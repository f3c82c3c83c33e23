package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.odoo.FieldDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerFitTest {

  private static final FieldValues NONE = FieldValues.builder().build();
  private static final FieldValue TEXT = new FieldValue.Text("a");

  private final ModelFields moves =
      fields(
          field("name", "char", false),
          field("found", "boolean", true),
          field("partner_id", "many2one", true),
          field("ref", "many2one", false));
  private final ModelFields lines = fields(field("name", "char", false));
  private final ServerFit fit =
      new ServerFit(
          "account.move",
          moves.taking(Set.of("partner_id")),
          Set.of("account.move.line.discount"),
          model -> lines);

  @Test
  void fit_fieldsThatAreAbsentDerivedOrRetyped_areLeftOutAndTold() {
    FieldValues values =
        NONE.plus(value("name", TEXT))
            .plus(value("gone", TEXT))
            .plus(value("found", new FieldValue.Flag(true)))
            .plus(value("ref", TEXT));

    Mapping.Mapped fitted = (Mapping.Mapped) fit.fit(new Mapping.Mapped(values, values));

    assertThat(fitted.fields().byField()).containsOnlyKeys("name");
    assertThat(fitted.onCreate().byField()).containsOnlyKeys("name");
    assertThat(fitted.leftOut())
        .extracting(LeftOut::toString)
        .hasSize(3)
        .anyMatch(words -> words.contains("no account.move.gone"))
        .anyMatch(words -> words.contains("account.move.found out by itself"))
        .anyMatch(words -> words.contains("account.move.ref is of another type"));
  }

  /** As 16 says of a draft's customer. */
  @Test
  void fit_readonlyFieldThatNewRecordsTake_isSent() {
    FieldValues values = value("partner_id", new FieldValue.Reference(7));
    assertThat(fit.fit(new Mapping.Mapped(values, NONE)))
        .isEqualTo(new Mapping.Mapped(values, NONE));
  }

  @Test
  void fit_nothingIsLost_isNotTold() {
    FieldValues empty =
        value("gone", FieldValue.nothing())
            .plus(value("zero", new FieldValue.Decimal(BigDecimal.ZERO)))
            .plus(value("none", new FieldValue.References(List.of())));
    assertThat(((Mapping.Mapped) fit.fit(new Mapping.Mapped(empty, NONE))).leftOut()).isEmpty();
  }

  @Test
  void fit_lineWithoutWhatItMakesNoSenseWithout_failsTheRecord() {
    assertThat(fit.fit(lined("0"))).isInstanceOf(Mapping.Mapped.class);
    assertThat(fit.fit(lined("10")))
        .isInstanceOfSatisfying(
            Mapping.Rejected.class,
            rejected -> assertThat(rejected.reason()).contains("account.move.line.discount"));
  }

  private static Mapping.Mapped lined(String discount) {
    FieldValues row =
        value("name", TEXT).plus(value("discount", new FieldValue.Decimal(new BigDecimal(discount))));
    return new Mapping.Mapped(
        NONE, NONE, new Lines("invoice_line_ids", "account.move.line", List.of(row)));
  }

  @Test
  void json_fieldsAreReadAndWrittenWholeInOneForm() {
    FieldKind kind = FieldKind.of("json");
    FieldValue given = FieldValue.of(Map.of("b", 1, "a", List.of(true, "x")));

    assertThat(kind.accept(given)).hasValue(given);
    assertThat(kind.accept(new FieldValue.Text("{\"a\": [true, \"x\"], \"b\": 1.0}")))
        .hasValue(given);
    assertThat(Encoding.cell(given)).isEqualTo("{\"a\":[true,\"x\"],\"b\":1}");
    assertThat(kind.parse(Encoding.cell(given))).isEqualTo(given);
    assertThat(Encoding.written(given)).isInstanceOf(Map.class);
    assertThat(kind.accept(new FieldValue.Text("no json"))).isEmpty();
    assertThat(kind.parse("{}").isNothing()).isTrue();
  }

  private static FieldValues value(String field, FieldValue value) {
    return FieldValues.builder().set(field, value).build();
  }

  private static FieldDefinition field(String name, String type, boolean readonly) {
    return new FieldDefinition(name, type, "", false, readonly, null);
  }

  private static ModelFields fields(FieldDefinition... definitions) {
    return new ModelFields(
        java.util.Arrays.stream(definitions)
            .collect(java.util.stream.Collectors.toMap(FieldDefinition::name, field -> field)));
  }
}
