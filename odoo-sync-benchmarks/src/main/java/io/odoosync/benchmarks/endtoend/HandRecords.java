package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.endtoend.HandRecord.Many;
import io.odoosync.benchmarks.endtoend.HandRecord.One;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The records of a school in Odoo's terms, field for field what the library makes of them. */
final class HandRecords {

  private final School school;
  private final HandFacts facts;

  HandRecords(School school, HandFacts facts) {
    this.school = school;
    this.facts = facts;
  }

  private String externalId(String model, int number) {
    return "__hand_" + school.mark() + "__." + model + "_" + number;
  }

  HandRecord contact(int number) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", school.name(number));
    values.put("is_company", 0);
    values.put("email", school.email(number));
    values.put("phone", School.phone(number));
    values.put("street", school.street(number));
    values.put("zip", "75001");
    values.put("city", "Paris");
    values.put("country_id", new One(facts.country()));
    values.put("lang", null);
    values.put("tz", null);
    values.put("user_id", null);
    return new HandRecord(externalId("res_partner", number), values, List.of());
  }

  HandRecord lead(int number, long customer) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", school.title(number));
    values.put("partner_id", new One(customer));
    values.put("expected_revenue", "1250.5");
    values.put("date_deadline", School.CLOSING.toString());
    values.put("description", "<p>two classes</p>");
    values.put("type", "lead");
    values.put("user_id", null);
    return new HandRecord(externalId("crm_lead", number), values, List.of());
  }

  HandRecord invoice(int number, long customer) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("move_type", "out_invoice");
    values.put("partner_id", new One(customer));
    values.put("currency_id", new One(facts.currency()));
    values.put("invoice_date", School.INVOICE_DATE.toString());
    values.put("ref", school.invoiceNumber(number));
    values.put("payment_reference", school.invoiceNumber(number));
    values.put("journal_id", new One(facts.journal()));
    values.put("invoice_user_id", null);
    values.put("team_id", null);
    List<Map<String, @Nullable Object>> lines =
        IntStream.range(0, School.PRICES.size()).mapToObj(this::line).toList();
    return new HandRecord(externalId("account_move", number), values, lines);
  }

  private Map<String, @Nullable Object> line(int number) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (facts.linesHaveType()) {
      values.put("display_type", "product");
    }
    values.put("name", School.lineText(number));
    values.put("quantity", 1);
    values.put("price_unit", School.PRICES.get(number).toString());
    values.put("discount", 0);
    values.put("tax_ids", new Many(facts.tax()));
    return values;
  }
}
