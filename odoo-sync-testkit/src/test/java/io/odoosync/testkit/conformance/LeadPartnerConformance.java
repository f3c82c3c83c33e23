package io.odoosync.testkit.conformance;

import static io.odoosync.testkit.conformance.OdooUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.testkit.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What travels between a lead and its customer, and the lead's tags. */
interface LeadPartnerConformance {

  OdooUnderTest odoo();

  private long customer() {
    return odoo()
        .create(
            "res.partner",
            Map.of(
                "name",
                odoo().unique("Ann"),
                "email",
                "ann@example.test",
                "phone",
                "+33100000001",
                "street",
                "Rue A",
                "city",
                "Paris"));
  }

  private long lead(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put("name", odoo().unique("Lead"));
    all.put("type", "lead");
    return odoo().create("crm.lead", all);
  }

  private OdooRecord partner(long id) {
    return odoo().read("res.partner", id, "name", "email", "phone", "street");
  }

  private OdooRecord read(long id) {
    return odoo()
        .read(
            "crm.lead",
            id,
            "email_from",
            "phone",
            "contact_name",
            "partner_name",
            "street",
            "city",
            "partner_id");
  }

  @Test
  default void lead_ofACustomer_takesTheAddress() {
    long customer = customer();
    OdooRecord lead = read(lead(Map.of("partner_id", customer)));
    assertThat(lead.text("email_from")).contains("ann@example.test");
    assertThat(lead.text("phone")).contains("+33100000001");
    assertThat(lead.text("contact_name")).isEqualTo(partner(customer).text("name"));
    assertThat(lead.text("street")).contains("Rue A");
  }

  /** A lead's own address and number overwrite the customer's. */
  @Test
  default void lead_withItsOwnAddress_overwritesTheCustomers() {
    long customer = customer();
    OdooRecord before = partner(customer);
    long id =
        lead(
            Map.of(
                "partner_id",
                customer,
                "email_from",
                "new@example.test",
                "phone",
                "+33999",
                "contact_name",
                "Somebody",
                "street",
                "Rue B"));
    OdooRecord lead = read(id);
    assertThat(lead.text("contact_name")).contains("Somebody");
    assertThat(lead.text("street")).contains("Rue B");
    assertThat(lead.text("city")).isEmpty();
    OdooRecord after = partner(customer);
    assertThat(after.text("email")).contains("new@example.test");
    assertThat(after.text("phone")).contains("+33999");
    assertThat(after.text("street")).contains("Rue A");
    assertThat(after.text("name")).isEqualTo(before.text("name"));
  }

  /** Up to 17 an empty cell for the lead's number deletes the customer's. */
  @Test
  default void load_emptyPhone_deletesTheCustomersUpTo17() {
    long customer = customer();
    List<String> row =
        List.of(odoo().externalId("crm.lead"), odoo().unique("L"), "lead", "" + customer, "", "");
    LoadResult result =
        odoo()
            .load(
                "crm.lead",
                List.of("id", "name", "type", "partner_id/.id", "email_from", "phone"),
                List.of(row));
    assertThat(result.errors()).isEmpty();
    assertThat(read(result.ids().get(0)).text("phone")).isEmpty();
    boolean deletes = odoo().has(Fact.EMPTY_NUMBERS_REACH_CUSTOMER);
    assertThat(partner(customer).text("phone").isEmpty()).isEqualTo(deletes);
    assertThat(partner(customer).text("email").isEmpty()).isEqualTo(deletes);
  }

  @Test
  default void write_emailOfTheLead_reachesTheCustomer() {
    long customer = customer();
    long id = lead(Map.of("partner_id", customer));
    odoo().write("crm.lead", id, Map.of("email_from", "new@example.test"));
    assertThat(partner(customer).text("email")).contains("new@example.test");
    odoo().write("crm.lead", id, Collections.singletonMap("email_from", false));
    assertThat(partner(customer).text("email").isEmpty())
        .isEqualTo(odoo().has(Fact.EMPTY_NUMBERS_REACH_CUSTOMER));
  }

  @Test
  default void write_emailOfTheCustomer_reachesTheLeadUnlessCleared() {
    long customer = customer();
    long id = lead(Map.of("partner_id", customer));
    odoo().write("res.partner", customer, Map.of("email", "new@example.test", "street", "Rue C"));
    assertThat(read(id).text("email_from")).contains("new@example.test");
    assertThat(read(id).text("street")).contains("Rue A");
    odoo().write("res.partner", customer, Collections.singletonMap("email", false));
    assertThat(read(id).text("email_from")).contains("new@example.test");
  }

  @Test
  default void write_anotherCustomer_takesTheirAddress() {
    long first = customer();
    long second = odoo().create("res.partner", Map.of("name", "Bea", "email", "bea@example.test"));
    long id = lead(Map.of("partner_id", first));
    odoo().write("crm.lead", id, Map.of("partner_id", second));
    OdooRecord lead = read(id);
    assertThat(lead.text("email_from")).contains("bea@example.test");
    assertThat(lead.text("contact_name")).contains("Bea");
    assertThat(partner(first).text("email")).contains("ann@example.test");
  }

  @Test
  default void write_noCustomer_keepsAddressAndLosesTheNameFrom19() {
    long id = lead(Map.of("partner_id", customer()));
    odoo().write("crm.lead", id, Collections.singletonMap("partner_id", false));
    OdooRecord lead = read(id);
    assertThat(lead.text("email_from")).contains("ann@example.test");
    assertThat(lead.text("contact_name").isEmpty())
        .isEqualTo(odoo().has(Fact.CUSTOMERS_NAMES_LEAVE));
  }

  private String tag() {
    String name = odoo().unique("Tag");
    odoo().create("crm.tag", Map.of("name", name));
    return name;
  }

  private LoadResult loadTagged(String tags, Map<String, ?> context) {
    List<String> row = List.of(odoo().externalId("crm.lead"), odoo().unique("Lead"), "lead", tags);
    return odoo()
        .client()
        .load("crm.lead", List.of("id", "name", "type", "tag_ids"), List.of(row), context);
  }

  @Test
  default void load_tagsByName_areLinked() {
    LoadResult result = loadTagged(tag() + "," + tag(), Map.of());
    assertThat(result.messages()).isEmpty();
    assertThat(odoo().read("crm.lead", result.ids().get(0), "tag_ids").references("tag_ids"))
        .hasSize(2);
  }

  @Test
  default void load_unknownTag_isRefusedUnlessItMayBeCreated() {
    String tags = odoo().unique("Unknown") + "," + tag();
    LoadResult refused = loadTagged(tags, Map.of());
    assertThat(refused.ids()).isEmpty();
    assertThat(refused.errors())
        .singleElement()
        .satisfies(message -> assertThat(message.field()).isEqualTo("tag_ids"));
    Map<String, Object> creating = Map.of("name_create_enabled_fields", Map.of("tag_ids", true));
    LoadResult created = loadTagged(tags, creating);
    assertThat(created.errors()).isEmpty();
    assertThat(odoo().read("crm.lead", created.ids().get(0), "tag_ids").references("tag_ids"))
        .hasSize(2);
  }

  @Test
  default void create_tagOfTheSameName_isRefused() {
    String name = tag();
    assertThat(failure(() -> odoo().create("crm.tag", Map.of("name", name))).errorName())
        .isEqualTo("odoo.exceptions.ValidationError");
    odoo().create("crm.tag", Map.of("name", name.toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  default void write_priority_isOneOfFour() {
    long id = lead(Map.of());
    odoo().write("crm.lead", id, Map.of("priority", "3"));
    assertThat(odoo().read("crm.lead", id, "priority").text("priority")).contains("3");
    assertThat(failure(() -> odoo().write("crm.lead", id, Map.of("priority", "9"))).errorName())
        .isEqualTo("builtins.ValueError");
  }
}
