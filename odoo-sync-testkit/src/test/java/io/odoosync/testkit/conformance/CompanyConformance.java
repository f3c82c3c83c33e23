package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.testkit.Fact;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a partner a company, and the numbers that it has. */
interface CompanyConformance {

  String VALID = "FR23334175221";

  OdooUnderTest odoo();

  private boolean derived() {
    return odoo().has(Fact.COMPANY_DERIVED);
  }

  private long named(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("name", odoo().unique("Company"));
    return odoo().create("res.partner", values);
  }

  private boolean isCompany(long id) {
    return odoo().read("res.partner", id, "is_company").flag("is_company");
  }

  private long france() {
    return odoo().only("res.country", Domain.field("code").isEqualTo("FR"));
  }

  private void assumeChecked() {
    assumeTrue(odoo().has(Fact.VATS_CHECKED), "VAT numbers are taken as they come");
  }

  @Test
  default void create_companyWithoutVat_isOneUntil19() {
    assertThat(isCompany(named(Map.of("is_company", true)))).isEqualTo(!derived());
  }

  @Test
  default void create_personWithVat_isACompanyFrom20() {
    long id = named(Map.of("is_company", false, "vat", "BE0477472701"));
    assertThat(isCompany(id)).isEqualTo(derived());
  }

  @Test
  default void load_companyWithoutVat_isOneUntil19() {
    long id =
        odoo()
            .loadOne(
                "res.partner",
                List.of("id", "name", "is_company"),
                List.of(odoo().externalId("res.partner"), "School", "1"));
    assertThat(isCompany(id)).isEqualTo(!derived());
  }

  @Test
  default void write_company_isStoredUntilTheVatChanges() {
    long id = named(Map.of());
    odoo().write("res.partner", id, Map.of("is_company", true));
    assertThat(isCompany(id)).isTrue();
    odoo().write("res.partner", id, Map.of("street", "1 rue A"));
    assertThat(isCompany(id)).isTrue();
    odoo().write("res.partner", id, Map.of("vat", "/"));
    assertThat(isCompany(id)).isEqualTo(!derived());
  }

  @Test
  default void write_parentOfACompanyWithVat_isAPersonFrom20() {
    long parent = named(Map.of());
    long child = named(Map.of("vat", "BE0477472701", "is_company", true));
    odoo().write("res.partner", child, Map.of("parent_id", parent));
    assertThat(isCompany(child)).isEqualTo(!derived());
    odoo().write("res.partner", child, Collections.singletonMap("parent_id", false));
    assertThat(isCompany(child)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FR 23 334 175 221, FR23334175221",
    "fr23334175221, FR23334175221",
    "23334175221, 23334175221",
    "BE 0477.472.701, BE0477472701",
    "/, /"
  })
  default void create_vat_isSpelledInOneWay(String sent, String kept) {
    assumeChecked();
    long id = named(Map.of("vat", sent, "country_id", france()));
    assertThat(odoo().read("res.partner", id, "vat").text("vat")).contains(kept);
  }

  @ParameterizedTest
  @CsvSource({"FR23334175222, 23334175222", "12345, 12345"})
  default void create_wrongVat_isRefused(String sent, String named) {
    assumeChecked();
    OdooException failure =
        OdooUnderTest.failure(() -> odoo().create("res.partner", vat("Wrong", sent)));
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
    assertThat(failure)
        .hasMessageContaining(
            "The VAT number [%s] for partner [Wrong] does not seem to be valid.".formatted(named))
        .hasMessageContaining("Note: the expected format is " + VALID);
  }

  private Map<String, Object> vat(String name, String vat) {
    return Map.of("name", name, "vat", vat, "country_id", france());
  }

  @Test
  default void load_wrongVat_isAMessage() {
    assumeChecked();
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                List.of("id", "name", "vat", "country_id/.id"),
                List.of(
                    List.of(
                        odoo().externalId("res.partner"), "v", "FR23334175222", "" + france())));
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors())
        .singleElement()
        .satisfies(message -> assertThat(message.text()).contains("does not seem to be valid"));
  }

  @Test
  default void write_siret_isOneOfTheIdentifiersAndBringsTheSiren() {
    assumeIdentifiers();
    long id = named(Map.of("country_id", france(), "l10n_fr_siret", "732 829 320 00074"));
    assertThat(siret(id)).isEqualTo("73282932000074 732829320");
    odoo().write("res.partner", id, Map.of("additional_identifiers", Map.of("DUNS", "123456789")));
    assertThat(siret(id)).isEqualTo(" ");
    odoo()
        .write(
            "res.partner",
            id,
            Map.of("additional_identifiers", Map.of("FR_SIREN", "732829320", "DUNS", "")));
    assertThat(siret(id)).isEqualTo(" 732829320");
  }

  @Test
  default void load_identifiers_areReadFromJson() {
    assumeIdentifiers();
    List<String> row =
        List.of(odoo().externalId("res.partner"), "S", "{\"FR_SIRET\": \"73282932000074\"}");
    long id = odoo().loadOne("res.partner", List.of("id", "name", "additional_identifiers"), row);
    assertThat(siret(id)).isEqualTo("73282932000074 732829320");
  }

  @Test
  default void create_wrongSiret_isRefused() {
    assumeIdentifiers();
    OdooException failure =
        OdooUnderTest.failure(() -> named(Map.of("l10n_fr_siret", "73282932000075")));
    assertThat(failure.errorName()).isEqualTo("odoo.exceptions.ValidationError");
  }

  private void assumeIdentifiers() {
    assumeTrue(odoo().has("res.partner", "additional_identifiers"), "has no such field");
  }

  private String siret(long id) {
    OdooRecord partner = odoo().read("res.partner", id, "l10n_fr_siret", "l10n_fr_siren");
    return partner.text("l10n_fr_siret").orElse("")
        + " "
        + partner.text("l10n_fr_siren").orElse("");
  }
}
