package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.Halves;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Partners that belong to Odoo itself: those of its companies and of its internal users, also of
 * those who have left. The first time only those are asked for that are about to be linked or
 * written to. Later all are, if there are not too many, so that not each batch costs two calls;
 * what is known of all is asked for anew when it is old.
 *
 * <p>A company that the integration user may not work for is not shown to it; Odoo tells all the
 * same which partners are companies, if its accounting is installed.
 */
final class OwnPartners {

  /** How many of all are read; as many as a call takes at once. */
  static final int MOST = 1_000;

  /** How long it is gone by all, in nanoseconds. */
  static final long KEPT_FOR = Duration.ofMinutes(1).toNanos();

  private static final String PARTNER = EntityType.CONTACT.model();
  private static final String COMPANIES = "ref_company_ids";
  private static final String NO_EMPLOYEE = "partner_share";
  private static final String ID = "id";
  private static final String PARTNER_ID = "partner_id";
  private static final String COMPANY = "is a company of Odoo's own";
  private static final String EMPLOYEE = "is an internal user of Odoo";
  private static final String USER = "is a user of Odoo";

  private final OdooClient client;
  private final ModelFields fields;
  private final LongSupplier nanoTime;
  private final Set<Long> asked = new HashSet<>();
  private final Map<Long, String> own = new HashMap<>();
  private boolean tooMany;
  private @Nullable Long allSince;

  /**
   * Nothing is known yet.
   *
   * @param nanoTime a clock that only goes forward
   */
  OwnPartners(OdooClient client, ModelFields fields, LongSupplier nanoTime) {
    this.client = client;
    this.fields = fields;
    this.nanoTime = nanoTime;
  }

  /** Those of these partners that are Odoo's own, each with whose it is. */
  Map<Long, String> among(Collection<Long> ids) {
    Set<Long> unknown = new HashSet<>(ids);
    unknown.removeAll(asked);
    if (!unknown.isEmpty() && !areAllKnown()) {
      asked.addAll(Halves.of(unknown, this::ask));
    }
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
      Domain users = Domain.field(PARTNER_ID).isIn(ids).and(OdooModel.alsoArchived());
      AllRecords.read(client, "res.users", users, List.of(PARTNER_ID))
          .forEach(user -> add(partner(user), USER, inUse));
    }
    return inUse;
  }

  private boolean areAllKnown() {
    if (tooMany || asked.isEmpty()) {
      return false;
    } else if (allSince == null || nanoTime.getAsLong() - allSince >= KEPT_FOR) {
      allSince = nanoTime.getAsLong();
      tooMany = !askForAll();
    }
    return !tooMany;
  }

  private boolean askForAll() {
    FirstPages pages = new FirstPages();
    ask((field, condition) -> condition, pages);
    return pages.areAll;
  }

  private List<Long> ask(List<Long> ids) {
    ask(
        (field, condition) -> Domain.field(field).isIn(ids).and(condition),
        (model, domain, read) -> AllRecords.read(client, model, domain, read));
    return ids;
  }

  /** Narrows a condition down to partners, by the field that names them. */
  private interface Among {
    Domain of(String field, Domain condition);
  }

  /** Reads records. */
  private interface Reading {
    List<OdooRecord> of(String model, Domain domain, List<String> fields);
  }

  /** Reads a page and no more. */
  private final class FirstPages implements Reading {
    private boolean areAll = true;

    @Override
    public List<OdooRecord> of(String model, Domain domain, List<String> read) {
      List<OdooRecord> page = client.searchRead(model, domain, read, Page.first(MOST));
      areAll &= page.size() < MOST;
      return page;
    }
  }

  private void ask(Among among, Reading reading) {
    List<String> partner = List.of(PARTNER_ID);
    reading
        .of("res.users", among.of(PARTNER_ID, employees()), partner)
        .forEach(user -> add(partner(user), EMPLOYEE, own));
    askForFlagged(among, reading);
    if (!fields.has(COMPANIES)) {
      reading
          .of("res.company", among.of(PARTNER_ID, Domain.all()), partner)
          .forEach(company -> add(partner(company), COMPANY, own));
    }
  }

  private void askForFlagged(Among among, Reading reading) {
    Domain flagged;
    if (fields.has(NO_EMPLOYEE)) {
      flagged = fields.has(COMPANIES) ? ofEmployees().or(ofCompanies()) : ofEmployees();
    } else if (fields.has(COMPANIES)) {
      flagged = ofCompanies();
    } else {
      return;
    }
    List<String> read = fields.has(NO_EMPLOYEE) ? List.of(NO_EMPLOYEE) : List.of(ID);
    for (OdooRecord record :
        reading.of(PARTNER, among.of(ID, OdooModel.alsoArchived().and(flagged)), read)) {
      boolean employee = fields.has(NO_EMPLOYEE) && !record.flag(NO_EMPLOYEE);
      add(record.id(), employee ? EMPLOYEE : COMPANY, own);
    }
  }

  private static Domain ofEmployees() {
    return Domain.field(NO_EMPLOYEE).isEqualTo(false);
  }

  private static Domain ofCompanies() {
    return Domain.field(COMPANIES).isNotEqualTo(null);
  }

  private static Domain employees() {
    return Domain.field("share").isEqualTo(false).and(OdooModel.alsoArchived());
  }

  private static long partner(OdooRecord record) {
    return record.reference(PARTNER_ID).orElse(0L);
  }

  private static void add(long id, String words, Map<Long, String> found) {
    found.putIfAbsent(id, PARTNER + " " + id + " " + words);
  }
}
