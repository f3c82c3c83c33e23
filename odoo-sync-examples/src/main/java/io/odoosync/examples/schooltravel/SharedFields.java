package io.odoosync.examples.schooltravel;

import io.odoosync.FieldValue;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Contact;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that both sides must agree on, in the same order on both. */
final class SharedFields {

  static final List<String> OF_PARTNERS =
      List.of("name", "email", "phone", "street", "zip", "city");

  static final List<String> OF_LEADS = List.of("name", "expected_revenue", "date_deadline");

  private SharedFields() {}

  static List<FieldValue> of(Contact contact) {
    return values(
        contact.name(),
        contact.email(),
        contact.phone(),
        contact.address().street(),
        contact.address().zip(),
        contact.address().city());
  }

  static List<FieldValue> of(Travel travel) {
    Money revenue = travel.expectedRevenue();
    return values(
        travel.title(), revenue == null ? null : revenue.amount(), travel.expectedClosing());
  }

  static List<FieldValue> ofPartner(OdooRecord partner) {
    return OF_PARTNERS.stream()
        .map(field -> FieldValue.of(partner.text(field).orElse(null)))
        .toList();
  }

  static List<FieldValue> ofLead(OdooRecord lead) {
    return values(
        lead.text("name").orElse(null),
        lead.number("expected_revenue").orElse(null),
        lead.date("date_deadline").orElse(null));
  }

  private static List<FieldValue> values(@Nullable Object... values) {
    return Arrays.stream(values).map(FieldValue::of).toList();
  }
}
