package io.odoosync.plan;

import io.odoosync.LocalKey;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Travel → {@code crm.lead}; the stage follows separately, see {@link LeadSteps}. */
public final class TravelMapper implements RecordMapper<Travel> {

  /** The fields that this mapper may set; a server must have them all. */
  public static final List<String> FIELDS =
      List.of(
          "name",
          "type",
          "user_id",
          "team_id",
          "partner_id",
          "contact_name",
          "partner_name",
          "email_from",
          "phone",
          "expected_revenue",
          "date_deadline",
          "description",
          "priority",
          "tag_ids");

  private static final int MAX_EMAIL_LENGTH = 254;

  private final ModelFields fields;
  private final String companyCurrency;
  private final CrmNames names;

  /**
   * Makes a mapper for one server.
   *
   * @param fields the fields of {@code crm.lead}
   * @param companyCurrency ISO code of the currency in which Odoo keeps expected revenues
   * @param names finds teams, salespeople and tags
   */
  public TravelMapper(ModelFields fields, String companyCurrency, CrmNames names) {
    this.fields = fields;
    this.companyCurrency = companyCurrency;
    this.names = names;
  }

  @Override
  public Mapping map(Travel travel, Customers customers) {
    LocalKey customer = travel.customer();
    if (customer != null && customers.isBlocked(customer)) {
      return customers.blocked(customer);
    }
    Problems problems = new Problems();
    FieldValues.Builder values =
        FieldValues.builder()
            .set("name", problems.required("title", travel.title()))
            .set(
                "partner_id",
                FieldValue.reference(customer == null ? null : customers.partners().get(customer)))
            .set("expected_revenue", revenue(travel.expectedRevenue(), problems))
            .set("date_deadline", FieldValue.day(travel.expectedClosing()))
            .set(
                "description",
                fields.richText("description", problems.text("description", description(travel))));
    named(travel, values, problems);
    FieldValues onCreate = onCreate(travel, problems);
    return problems.none()
        ? new Mapping.Mapped(values.build(), onCreate, List.of())
        : problems.rejected();
  }

  /** What a travel does not name is left to Odoo's users, so it is no field of it. */
  private void named(Travel travel, FieldValues.Builder values, Problems problems) {
    if (travel.priority() != null) {
      values.set("priority", new FieldValue.Text(travel.priority().toString()));
    }
    if (travel.salesperson() != null) {
      values.set("user_id", found(names.salesperson(travel.salesperson()), problems));
    }
    if (travel.team() != null) {
      values.set("team_id", found(names.team(travel.team()), problems));
    }
    if (travel.tags() != null) {
      values.set("tag_ids", tags(travel.tags(), problems));
    }
  }

  private static FieldValue found(CrmNames.Found found, Problems problems) {
    if (found.problem() != null) {
      problems.add(found.problem());
    }
    return FieldValue.reference(found.id());
  }

  /** Tags that are still to be created are none yet; the lead gets them with its steps. */
  private FieldValue tags(List<String> wanted, Problems problems) {
    wanted.forEach(tag -> problems.required("name of a tag", tag));
    CrmNames.FoundTags found = names.tags(wanted);
    if (found.problem() != null) {
      problems.add(found.problem());
    }
    return new FieldValue.References(found.ids());
  }

  /** Odoo's defaults depend on groups and on the calling user, so type and user are always sent. */
  private FieldValues onCreate(Travel travel, Problems problems) {
    FieldValues.Builder values = FieldValues.builder().set("type", new FieldValue.Text("lead"));
    if (travel.salesperson() == null) {
      values.set("user_id", FieldValue.reference(names.defaultSalesperson()));
    }
    if (travel.team() == null && names.defaultTeam() != null) {
      values.set("team_id", FieldValue.reference(names.defaultTeam()));
    }
    if (travel.contact() != null && travel.customer() == null) {
      contact(travel.contact(), values, problems);
    }
    return values.build();
  }

  private static void contact(
      TravelContact contact, FieldValues.Builder values, Problems problems) {
    values
        .set("contact_name", problems.text("name of the contact", contact.name()))
        .set("partner_name", problems.text("organisation", contact.organisation()))
        .set(
            "email_from",
            problems.text("e-mail address", contact.email(), MAX_EMAIL_LENGTH, "RFC 5321"))
        .set("phone", problems.text("phone", contact.phone()));
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
