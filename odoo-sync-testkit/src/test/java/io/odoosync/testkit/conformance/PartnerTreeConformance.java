package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What companies and their contacts share: addresses and commercial fields. */
interface PartnerTreeConformance {

  /** Two numbers that any check of VAT numbers takes. */
  String VAT = "BE0477472701";

  String OTHER_VAT = "BE0897223670";

  OdooUnderTest odoo();

  private boolean writesUp() {
    return odoo().has(Fact.CONTACTS_WRITE_PARENT);
  }

  private long company(String street) {
    Map<String, Object> values = new HashMap<>(Map.of("is_company", true));
    values.put("name", odoo().unique("School"));
    if (!street.isEmpty()) {
      values.put("street", street);
      values.put("city", "SC");
    }
    return odoo().create("res.partner", values);
  }

  private long contact(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("name", odoo().unique("Contact"));
    return odoo().create("res.partner", values);
  }

  private String street(long id) {
    return odoo().read("res.partner", id, "street").text("street").orElse("");
  }

  private String type(long id) {
    return odoo().read("res.partner", id, "type").text("type").orElse("");
  }

  private String vat(long id) {
    return odoo().read("res.partner", id, "vat").text("vat").orElse("");
  }

  @Test
  default void create_contactWithAnAddress_hasTheCompanysInsteadUntil19() {
    long company = company("S1");
    long contact = contact(Map.of("parent_id", company, "street", "P1", "city", "PC"));
    boolean other = odoo().has(Fact.OWN_ADDRESS_MAKES_OTHER);
    assertThat(street(contact)).isEqualTo(other ? "P1" : "S1");
    assertThat(type(contact)).isEqualTo(other ? "other" : "contact");
    assertThat(street(company)).isEqualTo("S1");
  }

  /** {@code load} takes care of many at once, and overlooks that. */
  @Test
  default void load_contactWithAnAddress_hasTheCompanysInstead() {
    long company = company("S1");
    long contact =
        odoo()
            .loadOne(
                "res.partner",
                List.of("id", "name", "parent_id/.id", "street", "city"),
                List.of(odoo().externalId("res.partner"), "C", "" + company, "P1", "PC"));
    assertThat(street(contact)).isEqualTo("S1");
    assertThat(type(contact)).isEqualTo("contact");
  }

  @Test
  default void create_firstContactOfACompanyWithoutAddress_givesItItsOwn() {
    long company = company("");
    contact(Map.of("parent_id", company, "street", "P1"));
    long second = contact(Map.of("parent_id", company, "street", "P2"));
    assertThat(street(company)).isEqualTo("P1");
    assertThat(street(second)).isEqualTo(odoo().has(Fact.OWN_ADDRESS_MAKES_OTHER) ? "P2" : "P1");
  }

  @Test
  default void write_addressOfAContact_reachesTheCompanyAndItsContactsFrom19() {
    long company = company("S1");
    long contact = contact(Map.of("parent_id", company));
    long other = contact(Map.of("parent_id", company));
    odoo().write("res.partner", contact, Map.of("street", "P2"));
    assertThat(street(contact)).isEqualTo("P2");
    assertThat(street(company)).isEqualTo(writesUp() ? "P2" : "S1");
    assertThat(street(other)).isEqualTo(writesUp() ? "P2" : "S1");
  }

  @Test
  default void write_addressOfACompany_reachesItsContacts() {
    long company = company("S1");
    long contact = contact(Map.of("parent_id", company));
    odoo().write("res.partner", company, Map.of("street", "S9"));
    assertThat(street(contact)).isEqualTo("S9");
    odoo().write("res.partner", company, Collections.singletonMap("street", false));
    assertThat(street(contact)).isEmpty();
  }

  @Test
  default void write_parent_takesTheCompanysAddress() {
    long company = company("S1");
    long moved = contact(Map.of());
    odoo().write("res.partner", moved, Map.of("parent_id", company));
    assertThat(street(moved)).isEqualTo("S1");
    odoo().write("res.partner", moved, Collections.singletonMap("parent_id", false));
    assertThat(street(moved)).isEqualTo("S1");
  }

  @Test
  default void write_parentOfSomebodyWithAnAddress_takesTheCompanysUntil19() {
    long company = company("S1");
    long moved = contact(Map.of("street", "T1"));
    odoo().write("res.partner", moved, Map.of("parent_id", company));
    boolean other = odoo().has(Fact.OWN_ADDRESS_MAKES_OTHER);
    assertThat(street(moved)).isEqualTo(other ? "T1" : "S1");
    assertThat(type(moved)).isEqualTo(other ? "other" : "contact");
  }

  @Test
  default void write_parentWithoutAddress_isGivenThePersonsFrom19() {
    long company = company("");
    long moved = contact(Map.of("street", "H1", "vat", VAT));
    odoo().write("res.partner", moved, Map.of("parent_id", company));
    assertThat(street(moved)).isEqualTo("H1");
    assertThat(street(company)).isEqualTo(writesUp() ? "H1" : "");
    assertThat(vat(company)).isEqualTo(writesUp() ? VAT : "");
    assertThat(vat(moved)).isEqualTo(writesUp() ? VAT : "");
  }

  @Test
  default void write_parentTogetherWithAnEmptyAddress_givesTheCompanyNothing() {
    long company = company("");
    long moved = contact(Map.of("street", "H1", "vat", VAT));
    Map<String, Object> values = new HashMap<>(Map.of("parent_id", company));
    List.of("street", "street2", "zip", "city", "state_id", "country_id", "vat")
        .forEach(field -> values.put(field, false));
    odoo().write("res.partner", moved, values);
    assertThat(street(company)).isEmpty();
    assertThat(vat(company)).isEmpty();
    assertThat(street(moved)).isEmpty();
  }

  @Test
  default void address_ofAnotherType_isItsOwn() {
    long company = company("S1");
    long delivery = contact(Map.of("parent_id", company, "type", "delivery", "street", "D1"));
    odoo().write("res.partner", delivery, Map.of("street", "D2"));
    assertThat(street(delivery)).isEqualTo("D2");
    assertThat(street(company)).isEqualTo("S1");
    odoo().write("res.partner", company, Map.of("street", "S2"));
    assertThat(street(delivery)).isEqualTo("D2");
  }

  @Test
  default void write_vatOfAContact_reachesTheCompanyFrom19() {
    long company = company("");
    long contact = contact(Map.of("parent_id", company));
    odoo().write("res.partner", contact, Map.of("vat", VAT));
    assertThat(vat(company)).isEqualTo(writesUp() ? VAT : "");
    assertThat(vat(contact)).isEqualTo(VAT);
  }

  @Test
  default void write_vatOfACompany_reachesItsContacts() {
    long company = company("");
    long contact = contact(Map.of("parent_id", company));
    odoo().write("res.partner", company, Map.of("vat", VAT));
    assertThat(vat(contact)).isEqualTo(VAT);
    long other = contact(Map.of("parent_id", company, "vat", OTHER_VAT));
    assertThat(vat(other)).isEqualTo(VAT);
  }

  @Test
  default void write_registryOfAContact_staysThereUntilTheCompanysIsWritten() {
    if (odoo().has("res.partner", "company_registry")) {
      long company = company("");
      long contact = contact(Map.of("parent_id", company));
      odoo().write("res.partner", contact, Map.of("company_registry", "R1"));
      assertThat(registry(company)).isEmpty();
      odoo().write("res.partner", company, Map.of("company_registry", "R2"));
      assertThat(registry(contact)).isEqualTo("R2");
    }
  }

  private String registry(long id) {
    return odoo().read("res.partner", id, "company_registry").text("company_registry").orElse("");
  }

  private long loaded(long company, String type, String street) {
    LoadResult result =
        odoo()
            .load(
                "res.partner",
                List.of("id", "name", "parent_id/.id", "type", "street", "vat"),
                List.of(
                    List.of(
                        odoo().externalId("res.partner"),
                        odoo().unique("L"),
                        "" + company,
                        type,
                        street,
                        VAT)));
    assertThat(result.errors()).isEmpty();
    return result.ids().get(0);
  }

  @Test
  default void load_contact_hasWhatIsTheCompanys() {
    long company = company("S1");
    long contact = loaded(company, "contact", "L1");
    assertThat(street(contact)).isEqualTo("S1");
    assertThat(vat(contact)).isEmpty();
    assertThat(vat(company)).isEmpty();
    assertThat(street(loaded(company, "invoice", "I1"))).isEqualTo("I1");
    long empty = company("");
    loaded(empty, "contact", "L2");
    assertThat(street(empty)).isEqualTo("L2");
  }

  @Test
  default void partner_ofAnInternalUser_isNotShared() {
    OdooRecord self =
        odoo()
            .client()
            .searchRead(
                "res.users",
                Domain.field("login").isEqualTo(odoo().access().login()),
                List.of("partner_id", "share"),
                Page.first(1))
            .get(0);
    long partner = self.reference("partner_id").orElseThrow();
    assertThat(self.flag("share")).isFalse();
    assertThat(odoo().read("res.partner", partner, "partner_share").flag("partner_share"))
        .isFalse();
    long other = odoo().partner();
    assertThat(odoo().read("res.partner", other, "partner_share").flag("partner_share")).isTrue();
  }

  @Test
  default void partner_ofACompany_isFoundByItsCompanies() {
    long main =
        odoo()
            .client()
            .read("res.company", List.of(1L), List.of("partner_id"))
            .get(0)
            .reference("partner_id")
            .orElseThrow();
    long other = odoo().partner();
    Domain among =
        Domain.field("id")
            .isIn(List.of(main, other))
            .and(Domain.field("ref_company_ids").isNotEqualTo(false));
    assertThat(odoo().only("res.partner", among)).isEqualTo(main);
  }

  private String normalized(String email) {
    long id = odoo().create("res.partner", Map.of("name", odoo().unique("E"), "email", email));
    return odoo().read("res.partner", id, "email_normalized").text("email_normalized").orElse("");
  }

  @Test
  default void emailNormalized_ofWhatPeopleType() {
    assertThat(normalized("Ada <A.b@X.org>")).isEqualTo("a.b@x.org");
    assertThat(normalized("mailto:a.b@x.org")).isEqualTo("a.b@x.org");
    assertThat(normalized(" a.b@x.org ")).isEqualTo("a.b@x.org");
    assertThat(normalized("\u00a0a.b@x.org\u00a0")).isEqualTo("\u00a0a.b@x.org\u00a0");
    assertThat(normalized("a.b@x.org, c@x.org"))
        .isEqualTo(odoo().has(Fact.FIRST_EMAIL_NORMALIZED) ? "a.b@x.org" : "");
    assertThat(normalized("a.b@x.org; c@x.org"))
        .isEqualTo(odoo().has(Fact.FIRST_EMAIL_NORMALIZED) ? "a.b@x.org" : "");
    assertThat(normalized("nobody")).isEmpty();
  }
}
