package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.FieldDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two records, each written as its three fields, the most telling one first; "-" is blank. */
class LikenessTest {

  private static final List<String> NAMES = List.of("email", "vat", "name");

  private static final ModelFields FIELDS =
      new ModelFields(
          NAMES.stream()
              .map(name -> new FieldDefinition(name, "char", name, false, false, null))
              .collect(Collectors.toMap(FieldDefinition::name, Function.identity())));

  private static boolean areAlike(String local, String odoo) {
    return new Likeness(NAMES, FIELDS).areAlike(values(local), values(odoo));
  }

  private static FieldValues values(String record) {
    List<String> cells = Stream.of(record.split(" ")).map(cell -> cell.replace("-", "")).toList();
    FieldValues.Builder values = FieldValues.builder();
    for (int i = 0; i < NAMES.size(); i++) {
      values.set(NAMES.get(i), FieldKind.TEXT.parse(cells.get(i)));
    }
    return values.build();
  }

  @ParameterizedTest
  @CsvSource({
    "a@x 12 Anne, a@x 12 Anne",
    "a@x 12 Anne, a@x 34 Bob",
    "a@x 12 Anne, b@x 12 Bob",
    "- 12 Anne, a@x 12 Bob",
    "a@x - Anne, b@x - Anne",
    "a@x 12 Anne, A@X 34 Bob"
  })
  void areAlike_firstEqualFieldBeforeTwoThatDiffer_isTrue(String local, String odoo) {
    assertThat(areAlike(local, odoo)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a@x 12 Anne, b@x 34 Anne",
    "a@x 12 Anne, b@x 34 Bob",
    "a@x 12 -, b@x 34 -",
    "- 12 Anne, - 34 Bob"
  })
  void areAlike_twoDiffer_isFalseWhateverComesLater(String local, String odoo) {
    assertThat(areAlike(local, odoo)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a@x - -, b@x - -", "- - Anne, - - Bob", "a@x - Anne, b@x 34 -"})
  void areAlike_onlyComparableFieldDiffers_isFalse(String local, String odoo) {
    assertThat(areAlike(local, odoo)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"- - -, - - -", "a@x - -, - 34 Bob", "- 12 Anne, a@x - -"})
  void areAlike_noFieldFilledOnBothSides_isTrue(String local, String odoo) {
    assertThat(areAlike(local, odoo)).isTrue();
  }
}
