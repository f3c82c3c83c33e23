package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.internal.compare.Sharing;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Phone and e-mail address of a lead that has a customer. Odoo writes them through to the customer,
 * and on 14 to 17 an empty one too, which deletes what the customer has (measured on 14, 16, 17).
 * So an empty one is never sent there, on no release.
 */
final class CustomersContact implements Sharing {

  private static final String CUSTOMER = "partner_id";
  private static final Set<String> SHARED = Set.of("phone", "email_from");

  private final Set<String> readAlong;

  CustomersContact(ModelFields fields) {
    this.readAlong = fields.among(Set.of(CUSTOMER));
  }

  /** These values of a lead, without those that would delete something of the customer's. */
  static FieldValues spared(FieldValues values, FieldValue customer) {
    return customer.isNothing() ? values : values.where((field, value) -> !isWiping(field, value));
  }

  private static boolean isWiping(String field, FieldValue value) {
    return SHARED.contains(field) && value.text().filter(text -> !text.isBlank()).isEmpty();
  }

  @Override
  public Set<String> readAlong() {
    return readAlong;
  }

  /** A value that is there may be sent. */
  @Override
  public Map<String, String> owners(OdooRecord record, Collection<String> fields) {
    return Map.of();
  }

  @Override
  public Map<String, String> owners(OdooRecord record, FieldValues values) {
    Map<String, String> owners = new HashMap<>();
    record
        .reference(CUSTOMER)
        .ifPresent(
            customer ->
                values
                    .where(CustomersContact::isWiping)
                    .byField()
                    .keySet()
                    .forEach(
                        field -> owners.put(field, EntityType.CONTACT.model() + " " + customer)));
    return owners;
  }

  @Override
  public FieldValues givenUp(OdooRecord record, FieldValues push) {
    return FieldValues.builder().build();
  }
}
