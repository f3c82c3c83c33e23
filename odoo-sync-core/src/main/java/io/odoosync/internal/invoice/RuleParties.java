package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.invoice.einvoice.Address;
import io.odoosync.internal.invoice.einvoice.Party;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parties of invoices as Odoo has them: a few calls a batch, however many they are. */
final class RuleParties {

  private static final String PARTNER = "res.partner";
  private static final String COMPANY = "res.company";
  private static final String COUNTRY = "res.country";

  /** Where releases keep the company number, the most telling first. */
  private static final List<String> REGISTRY =
      List.of("l10n_fr_siret", "l10n_fr_siren", "siret", "company_registry");

  /** What a company says on all of its documents. */
  private static final List<String> TEXTS =
      List.of("invoice_terms", "invoice_terms_html", "report_footer", "company_details");

  private static final List<String> COMMON =
      List.of("name", "street", "zip", "city", "country_id", "vat", "phone", "email");

  private static final List<String> PARTNERS_OWN =
      List.of("is_company", "commercial_partner_id", "peppol_eas", "peppol_endpoint");

  private final OdooClient client;
  private final ModelFields partnerFields;
  private final ModelFields companyFields;
  private final Map<Long, OdooRecord> partners = new HashMap<>();
  private final Map<Long, OdooRecord> companies = new HashMap<>();
  private final Map<Long, String> countries = new HashMap<>();

  RuleParties(OdooClient client) {
    this.client = client;
    this.partnerFields = new ModelFields(client.fieldsGet(PARTNER, List.of()));
    this.companyFields = new ModelFields(client.fieldsGet(COMPANY, List.of()));
  }

  /**
   * Reads those that are not known yet. Partners change while a run goes on: they are read anew.
   */
  void prepare(Collection<Long> partnerIds, Collection<Long> companyIds) {
    partners.clear();
    read(partners, PARTNER, partnerIds, partnerFields, PARTNERS_OWN);
    Set<Long> owners =
        partners.values().stream().map(RuleParties::owner).collect(Collectors.toSet());
    read(partners, PARTNER, owners, partnerFields, PARTNERS_OWN);
    read(companies, COMPANY, companyIds, companyFields, TEXTS);
    countries();
  }

  private void read(
      Map<Long, OdooRecord> known,
      String model,
      Collection<Long> ids,
      ModelFields fields,
      List<String> own) {
    Set<Long> missing = new TreeSet<>(ids);
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return;
    }
    Set<String> wanted = new TreeSet<>();
    Stream.of(COMMON, REGISTRY, own).map(fields::among).forEach(wanted::addAll);
    client
        .withContext("active_test", false)
        .readAmong(model, missing, Domain.all(), List.copyOf(wanted))
        .forEach(record -> known.put(record.id(), record));
  }

  /** Whether both were read: the integration user may not see them. */
  boolean know(long partner, long company) {
    return partners.containsKey(partner) && companies.containsKey(company);
  }

  private static long owner(OdooRecord partner) {
    return partner.reference("commercial_partner_id").orElse(partner.id());
  }

  private void countries() {
    Set<Long> unknown =
        Stream.concat(partners.values().stream(), companies.values().stream())
            .flatMap(record -> record.reference("country_id").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    unknown.removeAll(countries.keySet());
    if (!unknown.isEmpty()) {
      client
          .read(COUNTRY, unknown, List.of("code"))
          .forEach(record -> countries.put(record.id(), record.text("code").orElse("")));
    }
  }

  /** The company that issues an invoice. */
  Party seller(long id) {
    OdooRecord company = Objects.requireNonNull(companies.get(id));
    Address address = address(company);
    return new Party(
        text(company, "name"),
        Party.Kind.BUSINESS,
        true,
        address,
        address,
        text(company, "vat"),
        registry(company),
        new Party.Reach(text(company, "phone"), text(company, "email"), ""));
  }

  /** What a company says on all of its documents, in plain text. */
  String texts(long id) {
    OdooRecord company = Objects.requireNonNull(companies.get(id));
    return TEXTS.stream()
        .flatMap(field -> company.text(field).stream().map(text -> plain(field, text)))
        .collect(Collectors.joining("\n"));
  }

  private String plain(String field, String text) {
    return companyFields.plainText(field, FieldValue.of(text)) instanceof FieldValue.Text plain
        ? plain.value()
        : "";
  }

  /** The partner whom an invoice is for; numbers and kind are those of its company. */
  Party buyer(long id, Party.Kind kind) {
    OdooRecord partner = Objects.requireNonNull(partners.get(id));
    OdooRecord owner = partners.getOrDefault(owner(partner), partner);
    return new Party(
        text(partner, "name").isBlank() ? text(owner, "name") : text(partner, "name"),
        kind,
        owner.flag("is_company"),
        address(partner),
        address(owner),
        text(owner, "vat"),
        registry(owner),
        new Party.Reach("", "", endpoint(owner)));
  }

  private static String endpoint(OdooRecord partner) {
    return text(partner, "peppol_eas") + ":" + text(partner, "peppol_endpoint");
  }

  /** Where a partner is; {@code null} if it was not read. */
  @Nullable Address addressOf(long id) {
    OdooRecord partner = partners.get(id);
    return partner == null ? null : address(partner);
  }

  private Address address(OdooRecord record) {
    return new Address(
        text(record, "street"),
        text(record, "zip"),
        text(record, "city"),
        record.reference("country_id").map(id -> countries.getOrDefault(id, "")).orElse(""));
  }

  private static String registry(OdooRecord record) {
    return REGISTRY.stream()
        .map(record::text)
        .flatMap(Optional::stream)
        .filter(number -> !number.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String text(OdooRecord record, String field) {
    return record.text(field).orElse("");
  }
}
