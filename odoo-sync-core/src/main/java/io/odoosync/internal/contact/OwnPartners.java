package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.Halves;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Partners that belong to Odoo itself: those of its companies and of its internal users, also of
 * those who have left. Only those are asked for that are about to be linked or written to, each
 * once a run.
 *
 * <p>A company that the integration user may not work for is not shown to it; Odoo tells all the
 * same which partners are companies, if its accounting is installed.
 */
final class OwnPartners {

  private static final String PARTNER = EntityType.CONTACT.model();
  private static final String COMPANIES = "ref_company_ids";
  private static final String NO_EMPLOYEE = "partner_share";
  private static final String ID = "id";
  private static final String COMPANY = "is a company of Odoo's own";
  private static final String EMPLOYEE = "is an internal user of Odoo";
  private static final String USER = "is a user of Odoo";

  private final OdooClient client;
  private final ModelFields fields;
  private final Set<Long> asked = new HashSet<>();
  private final Map<Long, String> own = new HashMap<>();

  OwnPartners(OdooClient client, ModelFields fields) {
    this.client = client;
    this.fields = fields;
  }

  /** Those of these partners that are Odoo's own, each with whose it is. */
  Map<Long, String> among(Collection<Long> ids) {
    Set<Long> unknown = new HashSet<>(ids);
    unknown.removeAll(asked);
    asked.addAll(Halves.of(unknown, this::ask));
    Map<Long, String> among = new HashMap<>(own);
    among.keySet().retainAll(Set.copyOf(ids));
    return among;
  }

  /**
   * Those of these partners that must stay active: Odoo's own, and those of users of any sort, such
   * as customers with a log-in.
   */
  Map<Long, String> inUse(Collection<Long> ids) {
    Map<Long, String> inUse = new HashMap<>(among(ids));
    if (!ids.isEmpty()) {
      Domain users = Domain.field("partner_id").isIn(ids).and(OdooModel.alsoArchived());
      find("res.users", "partner_id", users, USER, inUse);
    }
    return inUse;
  }

  private List<Long> ask(List<Long> ids) {
    find("res.users", "partner_id", employees(ids), EMPLOYEE, own);
    if (fields.has(NO_EMPLOYEE) && fields.has(COMPANIES)) {
      findFlagged(ids);
    } else if (fields.has(NO_EMPLOYEE)) {
      find(PARTNER, ID, partners(ids).and(ofEmployees()), EMPLOYEE, own);
    } else if (fields.has(COMPANIES)) {
      find(PARTNER, ID, partners(ids).and(ofCompanies()), COMPANY, own);
    }
    if (!fields.has(COMPANIES)) {
      find("res.company", "partner_id", Domain.field("partner_id").isIn(ids), COMPANY, own);
    }
    return ids;
  }

  private void findFlagged(List<Long> ids) {
    Domain flagged = partners(ids).and(ofEmployees().or(ofCompanies()));
    for (OdooRecord record : AllRecords.read(client, PARTNER, flagged, List.of(NO_EMPLOYEE))) {
      add(record.id(), record.flag(NO_EMPLOYEE) ? COMPANY : EMPLOYEE, own);
    }
  }

  private static Domain ofEmployees() {
    return Domain.field(NO_EMPLOYEE).isEqualTo(false);
  }

  private static Domain ofCompanies() {
    return Domain.field(COMPANIES).isNotEqualTo(null);
  }

  private static Domain employees(Collection<Long> ids) {
    return Domain.field("partner_id")
        .isIn(ids)
        .and(Domain.field("share").isEqualTo(false))
        .and(OdooModel.alsoArchived());
  }

  private static Domain partners(Collection<Long> ids) {
    return Domain.field("id").isIn(ids).and(OdooModel.alsoArchived());
  }

  private void find(
      String model, String field, Domain domain, String words, Map<Long, String> found) {
    for (OdooRecord record : AllRecords.read(client, model, domain, List.of(field))) {
      long id = field.equals(ID) ? record.id() : record.reference(field).orElse(0L);
      add(id, words, found);
    }
  }

  private static void add(long id, String words, Map<Long, String> found) {
    found.putIfAbsent(id, PARTNER + " " + id + " " + words);
  }
}
