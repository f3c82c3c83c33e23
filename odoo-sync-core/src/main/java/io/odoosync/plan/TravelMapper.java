package io.odoosync.plan;

import io.odoosync.LocalKey;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Travel → {@code crm.lead}; the stage follows separately, see {@link LeadSteps}. */
public final class TravelMapper implements RecordMapper<Travel> {

  /** The fields that this mapper sets; a server must have them all. */
  public static final List<String> FIELDS =
      List.of(
          "name",
          "type",
          "user_id",
          "partner_id",
          "expected_revenue",
          "date_deadline",
          "description");

  private final ModelFields fields;
  private final String companyCurrency;

  /**
   * Makes a mapper for one server.
   *
   * @param fields the fields of {@code crm.lead}
   * @param companyCurrency ISO code of the currency in which Odoo keeps expected revenues
   */
  public TravelMapper(ModelFields fields, String companyCurrency) {
    this.fields = fields;
    this.companyCurrency = companyCurrency;
  }

  @Override
  public Mapping map(Travel travel, Customers customers) {
    LocalKey customer = travel.customer();
    if (customer != null && customers.isBlocked(customer)) {
      return customers.blocked(customer);
    }
    Problems problems = new Problems();
    FieldValues values =
        FieldValues.builder()
            .set("name", problems.required("title", travel.title()))
            .set(
                "partner_id",
                FieldValue.reference(customer == null ? null : customers.partners().get(customer)))
            .set("expected_revenue", revenue(travel.expectedRevenue(), problems))
            .set("date_deadline", FieldValue.day(travel.expectedClosing()))
            .set(
                "description",
                fields.richText("description", problems.text("description", description(travel))))
            .build();
    return problems.none()
        ? new Mapping.Mapped(values, onCreate(), List.of())
        : problems.rejected();
  }

  /** Odoo's defaults depend on groups and on the calling user, so both are always sent. */
  private static FieldValues onCreate() {
    return FieldValues.builder()
        .set("type", new FieldValue.Text("lead"))
        .set("user_id", new FieldValue.Absent())
        .build();
  }

  private FieldValue revenue(@Nullable Money revenue, Problems problems) {
    if (revenue == null) {
      return new FieldValue.Absent();
    }
    if (!revenue.currency().equalsIgnoreCase(companyCurrency)) {
      problems.add(
          "expected revenue "
              + revenue
              + " is not in "
              + companyCurrency
              + ", the currency of the Odoo company");
    }
    return new FieldValue.Decimal(revenue.amount());
  }

  private static String description(Travel travel) {
    String dates =
        Stream.of(
                travel.departure() == null ? null : "Departure: " + travel.departure(),
                travel.returnDate() == null ? null : "Return: " + travel.returnDate())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    String text = travel.description() == null ? "" : travel.description().strip();
    return Stream.of(dates, text).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n\n"));
  }
}
