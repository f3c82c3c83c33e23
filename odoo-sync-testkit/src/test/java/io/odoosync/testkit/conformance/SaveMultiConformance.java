package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooValue;
import io.odoosync.testkit.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code web_save_multi}: different values for many records in one call. Since 19. */
interface SaveMultiConformance {

  OdooUnderTest odoo();

  private OdooValue save(List<Long> ids, List<Map<String, Object>> values) {
    return odoo()
        .client()
        .call(
            MethodCall.of("res.partner", "web_save_multi")
                .ids(ids)
                .positional("vals_list", values)
                .positional(
                    "specification",
                    Map.of("name", Map.of(), "write_date", Map.of(), "country_id", Map.of())));
  }

  private void assumeThere() {
    assumeTrue(odoo().has(Fact.WEB_SAVE_MULTI), "came with 19");
  }

  private String name(long id) {
    return odoo().read("res.partner", id, "name").text("name").orElse("");
  }

  @Test
  default void saveMulti_before19_isNoMethod() {
    assumeTrue(!odoo().has(Fact.WEB_SAVE_MULTI), "came with 19");
    OdooException failure = failure(() -> save(List.of(odoo().partner()), List.of(Map.of())));
    assertThat(failure.errorName()).isEqualTo("builtins.AttributeError");
  }

  @Test
  default void saveMulti_differentValues_areWrittenAndReadInTheOrderOfTheIds() {
    assumeThere();
    long one = odoo().partner();
    long two = odoo().partner();
    OdooValue saved =
        save(List.of(two, one), List.of(Map.of("name", "Two"), Map.of("name", "One")));
    assertThat(saved.asList()).hasSize(2);
    assertThat(saved.get(0).get("id").asWhole()).isEqualTo(two);
    assertThat(saved.get(0).get("name").asText()).isEqualTo("Two");
    assertThat(saved.get(1).get("name").asText()).isEqualTo("One");
    assertThat(saved.get(0).get("write_date").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
  }

  /** A many2one is its id alone. */
  @Test
  default void saveMulti_many2one_isReadAsAnId() {
    assumeThere();
    long france = odoo().only("res.country", io.odoosync.odoo.Domain.field("code").isEqualTo("FR"));
    OdooValue saved = save(List.of(odoo().partner()), List.of(Map.of("country_id", france)));
    assertThat(saved.get(0).get("country_id").asWhole()).isEqualTo(france);
  }

  @Test
  default void saveMulti_sameRecordTwice_writesBoth() {
    assumeThere();
    long id = odoo().partner();
    OdooValue saved = save(List.of(id, id), List.of(Map.of("name", "A"), Map.of("name", "B")));
    assertThat(saved.asList()).hasSize(2);
    assertThat(name(id)).isEqualTo("B");
  }

  @Test
  default void saveMulti_missingRecord_writesNothing() {
    assumeThere();
    long id = odoo().partner();
    String before = name(id);
    OdooException failure =
        failure(
            () ->
                save(List.of(id, 99_999_999L), List.of(Map.of("name", "A"), Map.of("name", "B"))));
    assertThat(failure).isInstanceOf(OdooMissingRecordException.class);
    assertThat(name(id)).isEqualTo(before);
  }

  @Test
  default void saveMulti_oneRefused_writesNothing() {
    assumeThere();
    long one = odoo().partner();
    String before = name(one);
    OdooException failure =
        failure(
            () ->
                save(
                    List.of(one, odoo().partner()),
                    List.of(
                        Map.of("name", "A"), java.util.Collections.singletonMap("name", false))));
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
    assertThat(name(one)).isEqualTo(before);
  }

  @Test
  default void saveMulti_unevenLists_areRefused() {
    assumeThere();
    long id = odoo().partner();
    assertThat(failure(() -> save(List.of(id), List.of())).errorName())
        .isEqualTo("builtins.ValueError");
  }

  @Test
  default void saveMulti_noRecords_answersNone() {
    assumeThere();
    assertThat(save(List.of(), List.of()).asList()).isEmpty();
  }

  @Test
  default void saveMulti_equalValues_moveTheWriteDate() {
    assumeThere();
    long id = odoo().partner();
    var before = odoo().read("res.partner", id, "write_date").instant("write_date");
    odoo().awaitNextSecond();
    save(List.of(id), List.of(Map.of("name", name(id))));
    assertThat(odoo().read("res.partner", id, "write_date").instant("write_date"))
        .isNotEqualTo(before);
  }
}
