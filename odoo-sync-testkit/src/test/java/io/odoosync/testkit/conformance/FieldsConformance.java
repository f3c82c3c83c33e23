package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.FieldDefinition;
import io.odoosync.testkit.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields there are, of which type, and which of them must be filled. */
interface FieldsConformance {

  OdooUnderTest odoo();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          res.partner       | char      | false | name email phone street street2 zip city vat ref
          res.partner       | many2one  | false | country_id
          res.partner       | boolean   | false | is_company
          crm.lead          | char      | true  | name
          crm.lead          | selection | true  | type
          crm.lead          | many2one  | false | partner_id user_id stage_id
          crm.lead          | monetary  | false | expected_revenue
          crm.lead          | date      | false | date_deadline
          crm.lead          | boolean   | false | active
          crm.lead          | float     | false | probability
          crm.lead          | datetime  | false | date_conversion date_closed
          account.move      | selection | true  | move_type state
          account.move      | many2one  | false | partner_id
          account.move      | many2one  | true  | currency_id
          account.move      | date      | false | invoice_date invoice_date_due
          account.move      | char      | false | ref payment_reference
          account.move      | monetary  | false | amount_untaxed amount_tax amount_total amount_residual
          account.move.line | char      | false | name
          account.move.line | float     | false | quantity price_unit discount
          account.move.line | many2many | false | tax_ids
          """)
  default void fieldsGet_fieldsOfTheSync_haveTypeAndDuty(
      String model, String type, boolean required, String fields) {
    List<String> names = List.of(fields.split(" "));
    Map<String, FieldDefinition> definitions = odoo().client().fieldsGet(model, names);
    assertThat(definitions.keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(definitions.values())
        .allSatisfy(
            field -> {
              assertThat(field.type()).as(field.name()).isEqualTo(type);
              assertThat(field.required()).as(field.name()).isEqualTo(required);
              assertThat(field.label()).as(field.name()).isNotBlank();
            });
  }

  @Test
  default void fieldsGet_many2one_namesTheModelItPointsTo() {
    assertThat(odoo().client().fieldsGet("res.partner", List.of("country_id")).get("country_id"))
        .extracting(FieldDefinition::relation)
        .isEqualTo("res.country");
  }

  @Test
  default void fieldsGet_unknownName_isLeftOut() {
    assertThat(odoo().client().fieldsGet("res.partner", List.of("name", "no_such_field")))
        .containsOnlyKeys("name");
  }

  @Test
  default void fieldsGet_noNames_answersAll() {
    assertThat(odoo().client().fieldsGet("res.partner", List.of()))
        .containsKeys("id", "name", "write_date", "create_date", "active");
  }

  @Test
  default void fieldsGet_mobile_isGoneFromNineteenOn() {
    assertThat(odoo().has("res.partner", "mobile")).isEqualTo(odoo().has(Fact.MOBILE_NUMBERS));
  }

  @Test
  default void fieldsGet_wonStatus_isThereFromNineteenOn() {
    assertThat(odoo().has("crm.lead", "won_status"))
        .isEqualTo(odoo().has(Fact.WON_STAGE_IS_CERTAIN));
  }

  @Test
  default void fieldsGet_richText_isHtmlFromFifteenOn() {
    String type = odoo().has(Fact.RICH_TEXT) ? "html" : "text";
    assertThat(odoo().type("res.partner", "comment")).isEqualTo(type);
    assertThat(odoo().type("crm.lead", "description")).isEqualTo(type);
  }

  @Test
  default void fieldsGet_computedAmounts_areReadOnly() {
    assertThat(odoo().client().fieldsGet("account.move", List.of("amount_total", "state")).values())
        .allMatch(FieldDefinition::readonly);
  }
}
