package io.odoosync.verification.workflow;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An Odoo in which people have worked before the sync came. */
abstract class LivedInSuite extends EngineSuite {

  private static final String PARTNER = "res.partner";

  /** Ten characters that no other test uses, the last five of them digits. */
  final String tag = tag();

  private static String tag() {
    UUID random = UUID.randomUUID();
    return "t"
        + random.toString().substring(0, 4)
        + String.format("%05d", Math.floorMod(random.getLeastSignificantBits(), 100_000));
  }

  final String mail = tag + "@example.com";

  /** A contact whose values nobody else has. */
  Contact.Builder named(int number) {
    return Contact.builder(SchoolTravel.teacherKey(number)).name("Teacher " + number + " " + tag);
  }

  OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  OdooClient administrator() {
    return odoo().clientOf(odoo().administrator());
  }

  static SchoolTravel contacts(Contact... contacts) {
    SchoolTravel host = new SchoolTravel();
    host.put(contacts);
    return host;
  }

  long partner(Map<String, ?> values) {
    return person().create(PARTNER, List.of(values)).get(0);
  }

  void edit(long partner, Map<String, ?> values) {
    person().write(PARTNER, List.of(partner), values);
  }

  OdooRecord partner(long id, String... fields) {
    return administrator().read(PARTNER, List.of(id), List.of(fields)).get(0);
  }

  /** Values that a write would have moved, with the time of the last one. */
  String snapshot(long id) {
    return partner(id, "name", "email", "phone", "street", "city", "vat", "ref", "write_date")
        .toString();
  }

  long countOf(String name) {
    Domain named = Domain.field("name").isEqualTo(name);
    return client().search(PARTNER, named, Page.first(10)).size();
  }

  /** The partner of a company of this database that the integration user may not work for. */
  long partnerOfAnotherCompany() {
    long company =
        administrator().create("res.company", List.of(Map.of("name", "Agency " + tag))).get(0);
    long partner =
        administrator()
            .read("res.company", List.of(company), List.of("partner_id"))
            .get(0)
            .reference("partner_id")
            .orElseThrow();
    administrator().write(PARTNER, List.of(partner), Map.of("email", mail, "ref", "C-" + tag));
    return partner;
  }

  /** The partner of somebody who works in this database. */
  long partnerOfEmployee() {
    return partnerOfUser(Map.of());
  }

  /** The partner of somebody who has left. */
  long partnerOfFormerEmployee() {
    long partner = partnerOfEmployee();
    Domain theirs = Domain.field("partner_id").isEqualTo(partner);
    List<Long> users = administrator().search("res.users", theirs, Page.first(1));
    administrator().write("res.users", users, Map.of("active", false));
    return partner;
  }

  /** The partner of a customer who may log in to the portal. */
  long partnerOfPortalUser() {
    if (odoo().inProcess() != null) {
      return partnerOfUser(Map.of("share", true));
    }
    String groups =
        administrator().fieldsGet("res.users", List.of()).containsKey("group_ids")
            ? "group_ids"
            : "groups_id";
    long portal = administrator().resolveExternalId("base", "group_portal").orElseThrow().id();
    return partnerOfUser(Map.of(groups, List.of(List.of(6, 0, List.of(portal)))));
  }

  long partnerOfUser(Map<String, ?> more) {
    String name = "Teacher 1 " + tag;
    long partner =
        administrator()
            .create(PARTNER, List.of(Map.of("name", name, "email", mail, "ref", "E-" + tag)))
            .get(0);
    Map<String, Object> user = new HashMap<>(more);
    user.put("company_id", 1);
    user.put("company_ids", List.of(List.of(6, 0, List.of(1))));
    user.put("name", name);
    user.put("login", mail);
    user.put("partner_id", partner);
    administrator().create("res.users", List.of(user));
    return partner;
  }

  List<String> logged(SyncReport report, SyncEvent event) {
    return log.find(SyncLogQuery.all().withRun(report.runId())).stream()
        .filter(entry -> entry.event() == event)
        .map(entry -> entry.message())
        .toList();
  }
}
