package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.internal.field.CustomFields;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Travel → {@code crm.lead}; the stage follows separately, see {@link LeadSteps}. */
public final class TravelMapper implements RecordMapper<Travel> {

  /** The fields that this mapper may set. */
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

  /** What a server must have; any other field that it lacks is left out. */
  static final List<String> REQUIRED_FIELDS = List.of("name", "type", "stage_id");

  /** What a lead's steps set, and therefore nothing else may. */
  private static final Set<String> LEAD_STEPS =
      Set.of(
          "type",
          "stage_id",
          "active",
          "probability",
          "date_conversion",
          "lost_reason_id",
          "lost_reason");

  private static final int MAX_EMAIL_LENGTH = 254;

  private final ModelFields fields;
  private final String companyCurrency;
  private final CrmNames names;
  private final CustomFields<Travel> custom;

  /**
   * Makes a mapper for one server without custom fields.
   *
   * @param fields the fields of {@code crm.lead}
   * @param companyCurrency ISO code of the currency in which Odoo keeps expected revenues
   * @param names finds teams, salespeople and tags
   */
  public TravelMapper(ModelFields fields, String companyCurrency, CrmNames names) {
    this(fields, companyCurrency, names, FieldMapping.unchanged());
  }

  /**
   * Makes a mapper for one server.
   *
   * @param fields the fields of {@code crm.lead}
   * @param companyCurrency ISO code of the currency in which Odoo keeps expected revenues
   * @param names finds teams, salespeople and tags
   * @param mapping the host's own mapping
   */
  public TravelMapper(
      ModelFields fields, String companyCurrency, CrmNames names, FieldMapping<Travel> mapping) {
    this.fields = fields;
    this.companyCurrency = companyCurrency;
    this.names = names;
    this.custom = new CustomFields<>("crm.lead", fields, LEAD_STEPS, mapping);
  }

  /** The contact that a travel is for; {@code null} if it has none yet. */
  static @Nullable Dependency customer(Travel travel) {
    LocalKey customer = travel.customer();
    return customer == null ? null : new Dependency(EntityType.CONTACT, customer);
  }

  @Override
  public Mapping map(Travel travel, Dependencies dependencies) {
    return custom.extend(travel, mapped(travel, dependencies));
  }

  private Mapping mapped(Travel travel, Dependencies dependencies) {
    Dependency customer = customer(travel);
    if (customer != null && dependencies.isBlocked(customer)) {
      return dependencies.blocked("customer", customer);
    }
    Problems problems = new Problems();
    FieldValues.Builder values =
        FieldValues.builder()
            .set("name", problems.required("title", travel.title()))
            .set("partner_id", dependencies.reference(customer))
            .set("expected_revenue", revenue(travel.expectedRevenue(), problems))
            .set("date_deadline", FieldValue.of(travel.expectedClosing()))
            .set(
                "description",
                fields.richText(
                    "description",
                    problems.text(
                        "description", TravelDates.of(travel).above(travel.description()))));
    NamedFields named = named(travel, values, problems);
    FieldValues onCreate = onCreate(travel, problems);
    if (!problems.none()) {
      named.unresolved().values().forEach(problems::add);
      return problems.rejected();
    }
    return new Mapping.Mapped(values.build(), onCreate).naming(named);
  }

  /** What a travel does not name is left to Odoo's users, so it is no field of it. */
  private NamedFields named(Travel travel, FieldValues.Builder values, Problems problems) {
    NamedFields.Builder named = new NamedFields.Builder(values);
    OdooReference salesperson = travel.salesperson();
    OdooReference team = travel.team();
    if (travel.priority() != null) {
      values.set("priority", new FieldValue.Text(travel.priority().toString()));
    }
    if (salesperson != null) {
      named.set("user_id", salesperson.toString(), names.salesperson(salesperson));
    }
    if (team != null) {
      named.set("team_id", team.toString(), names.team(team));
    }
    if (travel.tags() != null) {
      travel.tags().forEach(tag -> problems.required("name of a tag", tag));
      tags(travel.tags(), named);
    }
    return named.build();
  }

  /** Tags that are still to be created are none yet; the lead gets them with its steps. */
  private void tags(List<String> wanted, NamedFields.Builder named) {
    CrmNames.KnownTags known = names.tags(wanted);
    Problems problems = new Problems();
    if (known.problem() != null) {
      problems.unresolved(
          known.problem(), "Name other tags, or let CrmOptions.createMissingTags() add them.");
    }
    named.set(
        "tag_ids",
        String.join("\n", new TreeSet<>(wanted)),
        new FieldValue.References(known.ids()),
        problems);
  }

  /** Odoo's defaults depend on groups and on the calling user, so type and user are always sent. */
  private FieldValues onCreate(Travel travel, Problems problems) {
    FieldValues.Builder values = FieldValues.builder().set("type", new FieldValue.Text("lead"));
    if (travel.salesperson() == null) {
      values.set("user_id", FieldValue.referenceTo(names.defaultSalesperson()));
    }
    if (travel.team() == null && names.defaultTeam() != null) {
      values.set("team_id", FieldValue.referenceTo(names.defaultTeam()));
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
      return FieldValue.nothing();
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

  @Override
  public Set<String> pullable() {
    return Set.of("name", "expected_revenue", "date_deadline", "description", "priority");
  }

  /**
   * {@inheritDoc}
   *
   * <p>The dates in a description go back to where they came from, wherever people moved them. A
   * date that a person has taken out of it, or made unreadable, stays as the host has it.
   */
  @Override
  public Travel applied(Travel current, FieldValues pulled) {
    Travel.Builder travel = current.toBuilder();
    pulled
        .byField()
        .forEach((field, value) -> apply(current, travel, field, fields.plainText(field, value)));
    return travel.build();
  }

  private void apply(Travel current, Travel.Builder travel, String field, FieldValue value) {
    String text = value.text().orElse(null);
    switch (field) {
      case "name" -> travel.title(text);
      case "expected_revenue" -> travel.expectedRevenue(revenue(current, value));
      case "date_deadline" -> travel.expectedClosing(value.day().orElse(null));
      case "description" -> describe(current, travel, text == null ? "" : text);
      case "priority" -> travel.priority(priority(text));
      default -> {
        if (current.extra().containsKey(field)) {
          travel.extra(field, value);
        }
      }
    }
  }

  /** Odoo has no revenue that is unknown: it is 0 then. */
  private @Nullable Money revenue(Travel current, FieldValue value) {
    if (!(value instanceof FieldValue.Decimal revenue)) {
      return null;
    }
    boolean unknown = revenue.value().signum() == 0 && current.expectedRevenue() == null;
    return unknown ? null : new Money(revenue.value(), companyCurrency);
  }

  private static int priority(@Nullable String stars) {
    return stars != null && stars.matches("[0-" + Travel.MAX_PRIORITY + "]")
        ? Integer.parseInt(stars)
        : 0;
  }

  private static void describe(Travel current, Travel.Builder travel, String text) {
    TravelDates told = TravelDates.of(current).toldIn(text);
    travel.departure(told.departure()).returnDate(told.returnDate());
    travel.description(told.leftOutOf(text));
  }
}
