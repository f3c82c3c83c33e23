package io.odoosync.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedFieldsTest {

  private static final ModelFields FIELDS =
      new ModelFields(
          Stream.of("street", "city", "vat", "parent_id", "type", "commercial_partner_id")
              .map(name -> new FieldDefinition(name, "char", name, false, false, null))
              .collect(Collectors.toMap(FieldDefinition::name, field -> field)));

  private static final List<String> MAPPED =
      List.of("name", "street", "vat", "industry_id", "property_payment_term_id", "phone");

  private final SharedFields shared = new SharedFields(FIELDS);

  private static OdooRecord partner(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(Map.of("id", 7, "type", "contact"));
    values.putAll(more);
    return new OdooRecord(OdooValue.of(values));
  }

  @Test
  void owners_partnerOfNobody_sharesNothing() {
    OdooRecord alone = partner(Map.of("parent_id", false, "commercial_partner_id", 7));
    assertThat(shared.owners(alone, MAPPED)).isEmpty();
  }

  @Test
  void owners_contactOfACompany_sharesAddressAndCommercialFields() {
    OdooRecord contact = partner(Map.of("parent_id", 8, "commercial_partner_id", 9));
    assertThat(shared.owners(contact, MAPPED))
        .isEqualTo(
            Map.of(
                "street", "res.partner 8",
                "vat", "res.partner 9",
                "industry_id", "res.partner 9",
                "property_payment_term_id", "res.partner 9"));
  }

  @Test
  void owners_deliveryAddress_hasItsOwnAddressOnly() {
    OdooRecord delivery =
        partner(Map.of("parent_id", 8, "commercial_partner_id", 8, "type", "delivery"));
    assertThat(shared.owners(delivery, List.of("street", "vat")))
        .isEqualTo(Map.of("vat", "res.partner 8"));
  }

  @Test
  void owners_companyWithinAGroup_sharesTheAddressOnly() {
    OdooRecord company = partner(Map.of("parent_id", 8, "commercial_partner_id", 7));
    assertThat(shared.owners(company, List.of("street", "vat")))
        .isEqualTo(Map.of("street", "res.partner 8"));
  }

  @Test
  void givenUp_movedUnderACompany_losesWhatIsTheCompanysFromNowOn() {
    FieldValue school = new FieldValue.LocalReference(LocalKey.of("school", 1), 8L);
    FieldValues move = FieldValues.builder().set("parent_id", school).build();
    assertThat(new TreeSet<>(shared.givenUp(partner(Map.of()), move).byField().keySet()))
        .isEqualTo(new TreeSet<>(Set.of("city", "street", "vat")));
    FieldValues phone = FieldValues.builder().set("phone", new FieldValue.Text("1")).build();
    assertThat(shared.givenUp(partner(Map.of()), phone).isEmpty()).isTrue();
  }
}
