package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.testkit.Fact;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a value between writing and reading. */
interface ValueConformance {

  OdooUnderTest odoo();

  @Test
  default void read_fieldsNeverSet_areFalse() {
    OdooRecord partner =
        odoo().read("res.partner", odoo().partner(), "email", "country_id", "comment", "vat");
    assertThat(partner.text("email")).isEmpty();
    assertThat(partner.text("comment")).isEmpty();
    assertThat(partner.text("vat")).isEmpty();
    assertThat(partner.reference("country_id")).isEmpty();
    assertThat(partner.values().get("email").flag()).contains(false);
    assertThat(partner.values().get("country_id").flag()).contains(false);
  }

  @Test
  default void write_absentValue_emptiesTheField() {
    long id = odoo().create("res.partner", Map.of("name", "x", "email", "a@example.test"));
    odoo().write("res.partner", id, Collections.singletonMap("email", null));
    assertThat(odoo().read("res.partner", id, "email").text("email")).isEmpty();
  }

  @Test
  default void write_emptyText_isStoredAsEmptyText() {
    long id = odoo().create("res.partner", Map.of("name", "x", "email", "a@example.test"));
    odoo().write("res.partner", id, Map.of("email", ""));
    assertThat(odoo().read("res.partner", id, "email").text("email")).contains("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë 🚌 東京", "Ann \"O'Neil\" <b>&amp;", "two\nlines", " padded "})
  default void create_unusualName_comesBackAsSent(String name) {
    long id = odoo().create("res.partner", Map.of("name", name));
    assertThat(odoo().read("res.partner", id, "name").text("name")).contains(name);
  }

  @Test
  default void write_nul_isRefused() {
    long id = odoo().partner();
    OdooException failure = failure(() -> odoo().write("res.partner", id, Map.of("name", "A\0B")));
    assertThat(failure)
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("cannot contain NUL");
    assertThat(failure.errorName()).isEqualTo("builtins.ValueError");
  }

  @Test
  default void load_nul_isAMessage() {
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                List.of("id", "name"),
                List.of(List.of(odoo().externalId("res.partner"), "A\0B")));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(message -> assertThat(message.text()).contains("cannot contain NUL"));
  }

  @Test
  default void write_longEmail_isKeptWhole() {
    String email = "a".repeat(10_000 - 10) + "@x.example";
    long id = odoo().create("res.partner", Map.of("name", "x", "email", email));
    assertThat(odoo().read("res.partner", id, "email").text("email")).contains(email);
  }

  @Test
  default void write_noEmail_isAccepted() {
    long id = odoo().create("res.partner", Map.of("name", "x", "email", "no address"));
    assertThat(odoo().read("res.partner", id, "email").text("email")).contains("no address");
  }

  /** Plain text up to 14; later html, where tags that could harm are taken out. */
  @Test
  default void write_richText_isKeptOrCleanedByType() {
    String sent = "a &amp; b\nnew <script>alert(1)</script>";
    long id = odoo().create("res.partner", Map.of("name", "x", "comment", sent));
    String expected =
        odoo().type("res.partner", "comment").equals("html") ? "<p>a &amp; b\nnew </p>" : sent;
    assertThat(odoo().read("res.partner", id, "comment").text("comment")).contains(expected);
  }

  @Test
  default void write_plainTextInRichText_becomesAParagraph() {
    long id = odoo().create("res.partner", Map.of("name", "x", "comment", "hello"));
    String expected =
        odoo().type("res.partner", "comment").equals("html") ? "<p>hello</p>" : "hello";
    assertThat(odoo().read("res.partner", id, "comment").text("comment")).contains(expected);
  }

  /** From 16 on Odoo takes a text for "none", without a word. */
  @Test
  default void write_textInMany2one_clearsOrIsRefused() {
    long country = odoo().only("res.country", Domain.field("code").isEqualTo("FR"));
    long id = odoo().create("res.partner", Map.of("name", "x", "country_id", country));
    if (odoo().has(Fact.TEXT_REACHES_MANY2ONE)) {
      OdooException failure =
          failure(() -> odoo().write("res.partner", id, Map.of("country_id", "abc")));
      assertThat(failure.errorName()).isEqualTo("psycopg2.errors.InvalidTextRepresentation");
      assertThat(odoo().read("res.partner", id, "country_id").reference("country_id"))
          .contains(country);
    } else {
      odoo().write("res.partner", id, Map.of("country_id", "abc"));
      assertThat(odoo().read("res.partner", id, "country_id").reference("country_id")).isEmpty();
    }
  }

  @Test
  default void write_missingRecordInMany2one_isRefused() {
    long id = odoo().partner();
    OdooException failure =
        failure(
            () ->
                odoo()
                    .write("res.partner", id, Map.of("country_id", RecordConformance.NO_SUCH_ID)));
    assertThat(failure)
        .isInstanceOf(
            odoo().has(Fact.MISSING_TARGET_IS_FOREIGN_KEY)
                ? OdooRequestException.class
                : OdooMissingRecordException.class);
  }

  @Test
  default void write_unknownSelection_isRefused() {
    OdooException failure =
        failure(() -> odoo().create("crm.lead", Map.of("name", "x", "type", "nope")));
    assertThat(failure.errorName()).isEqualTo("builtins.ValueError");
  }

  @Test
  default void write_textInNumber_isRefused() {
    OdooException failure =
        failure(() -> odoo().create("crm.lead", Map.of("name", "x", "expected_revenue", "abc")));
    assertThat(failure).isInstanceOf(OdooRequestException.class);
  }

  @Test
  default void write_textThatIsNoDate_isRefused() {
    OdooException failure =
        failure(() -> odoo().create("crm.lead", Map.of("name", "x", "date_deadline", "soon")));
    assertThat(failure).isInstanceOf(OdooRequestException.class);
  }

  @Test
  default void create_expectedRevenue_keepsAllDigits() {
    long id =
        odoo()
            .create(
                "crm.lead",
                Map.of(
                    "name",
                    odoo().unique("Lead"),
                    "type",
                    "lead",
                    "expected_revenue",
                    new BigDecimal("1234.5678")));
    assertThat(odoo().read("crm.lead", id, "expected_revenue").number("expected_revenue"))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1234.5678"));
  }
}
