package io.odoosync.verification.odoo;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of others in an Odoo that is in use: companies with children and addresses, persons,
 * what another application keeps under external ids of its own, leads in every state, drafts and
 * posted invoices, and the partners of the database's own companies and users. None of them is the
 * sync's to change.
 */
public final class Neighbours {

  private static final String PARTNER = "res.partner";
  private static final String LEAD = "crm.lead";
  private static final String MOVE = "account.move";

  /** Users who work in Odoo, not customers with a log-in of their own. */
  private static final Domain INTERNAL = Domain.field("share").isEqualTo(false);

  private static final Page ALL = Page.first(10_000).orderedBy("id");

  private final OdooClient person;
  private final Snapshot snapshot;
  private final String mark;
  private final Map<String, Set<Long>> ids = new LinkedHashMap<>();
  private Map<String, Map<Long, OdooRecord>> before = Map.of();

  private Neighbours(OdooClient person, String mark) {
    this.person = person;
    this.snapshot = Snapshot.by(person);
    this.mark = mark;
  }

  /**
   * Lets them move in.
   *
   * @param person somebody with the rights that the sync has
   * @param mark a text that no others carry
   * @param partners how many partners; a tenth as many leads, and some invoices
   * @param emails the addresses of further persons
   */
  public static Neighbours settle(
      OdooClient person, String mark, int partners, List<String> emails) {
    Neighbours neighbours = new Neighbours(person, mark);
    neighbours.moveIn(partners);
    if (!emails.isEmpty()) {
      neighbours.create(
          PARTNER,
          emails.size(),
          i -> Map.of("name", "Neighbour double " + i, "email", emails.get(i - 1)));
    }
    neighbours.remember();
    return neighbours;
  }

  private void moveIn(int partners) {
    int tenth = Math.max(1, partners / 10);
    List<Long> companies = create(PARTNER, tenth, this::company);
    create(PARTNER, 4 * tenth, i -> child(i, companies.get(i % companies.size())));
    create(PARTNER, tenth, i -> address(i, companies.get(i % companies.size())));
    List<Long> singles = create(PARTNER, 3 * tenth, this::single);
    application(tenth);
    create(LEAD, tenth, i -> lead(i, singles.get(i % singles.size())));
    List<Long> moves =
        create(MOVE, Math.max(2, tenth / 3), i -> invoice(i, companies.get(i % companies.size())));
    person.call(MethodCall.of(MOVE, "action_post").ids(moves.subList(0, moves.size() / 2)));
    watchOwners();
  }

  private interface Making {
    Map<String, Object> values(int number);
  }

  private List<Long> create(String model, int count, Making making) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      values.add(making.values(i));
    }
    List<Long> created = person.create(model, values);
    watch(model, created);
    return created;
  }

  private void watch(String model, Collection<Long> more) {
    ids.computeIfAbsent(model, m -> new TreeSet<>()).addAll(more);
  }

  private Map<String, Object> company(int i) {
    Map<String, Object> values = home("company", i);
    values.put("is_company", true);
    values.put("vat", "X" + mark + i);
    return values;
  }

  private Map<String, Object> child(int i, long company) {
    return new HashMap<>(
        Map.of(
            "name",
            "Neighbour child " + i,
            "email",
            email("child", i),
            "parent_id",
            company,
            "type",
            "contact"));
  }

  private Map<String, Object> address(int i, long company) {
    Map<String, Object> values = home("address", i);
    values.put("parent_id", company);
    values.put("type", List.of("invoice", "delivery", "other").get(i % 3));
    return values;
  }

  private Map<String, Object> single(int i) {
    return home("single", i);
  }

  private Map<String, Object> home(String what, int i) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Neighbour " + what + " " + i);
    values.put("email", email(what, i));
    values.put("phone", "+33 1 77 00 " + (1_000 + i));
    values.put("street", i + " rue des " + what);
    values.put("zip", "69001");
    values.put("city", "Lyon");
    values.put("comment", "knows " + what + " " + (i + 1));
    return values;
  }

  /**
   * The address by which a neighbour is found: {@code company}, {@code child}, {@code single} ….
   */
  public String email(String what, int i) {
    return what + i + "@" + mark + ".test";
  }

  private void application(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(
          List.of(
              "__other_" + mark + "__.res_partner_teacher_" + i,
              "Neighbour of an application " + i,
              email("application", i)));
    }
    watch(PARTNER, person.load(PARTNER, List.of("id", "name", "email"), rows, Map.of()).ids());
  }

  private Map<String, Object> lead(int i, long partner) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Rome " + i);
    values.put("type", i % 2 == 0 ? "lead" : "opportunity");
    values.put("partner_id", partner);
    values.put("expected_revenue", 1_000 + i);
    values.put("active", i % 5 != 0);
    return values;
  }

  private Map<String, Object> invoice(int i, long partner) {
    List<Object> line = List.of(0, 0, Map.of("name", "Seat " + i, "quantity", 1, "price_unit", 50));
    return Map.of(
        "move_type",
        "out_invoice",
        "partner_id",
        partner,
        "ref",
        "N-" + mark + i,
        "invoice_date",
        "2026-11-02",
        "invoice_line_ids",
        List.of(line));
  }

  /** The database's own companies and users. */
  private void watchOwners() {
    for (OdooRecord company :
        person.searchRead("res.company", Domain.all(), List.of("partner_id"), ALL)) {
      company.reference("partner_id").ifPresent(id -> watch(PARTNER, Set.of(id)));
    }
    for (OdooRecord user : person.searchRead("res.users", INTERNAL, List.of("partner_id"), ALL)) {
      user.reference("partner_id").ifPresent(id -> watch(PARTNER, Set.of(id)));
    }
  }

  /** The addresses of those that own the database or work in it, as far as they have one. */
  public List<String> ownersEmails() {
    List<Long> owners = new ArrayList<>();
    person
        .searchRead("res.company", Domain.all(), List.of("partner_id"), ALL)
        .forEach(record -> record.reference("partner_id").ifPresent(owners::add));
    person
        .searchRead("res.users", INTERNAL, List.of("partner_id"), ALL)
        .forEach(record -> record.reference("partner_id").ifPresent(owners::add));
    return person.read(PARTNER, new TreeSet<>(owners), List.of("email")).stream()
        .flatMap(partner -> partner.text("email").stream())
        .filter(email -> !email.isBlank())
        .distinct()
        .toList();
  }

  /** Those of these partners that are theirs. */
  public Set<Long> among(Set<Long> partners) {
    Set<Long> among = new TreeSet<>(partners);
    among.retainAll(ids.getOrDefault(PARTNER, Set.of()));
    return among;
  }

  /** What they are from now on, whatever was done to them. */
  public void remember() {
    before = now();
  }

  private Map<String, Map<Long, OdooRecord>> now() {
    Map<String, Map<Long, OdooRecord>> now = new TreeMap<>();
    ids.forEach((model, those) -> now.put(model, snapshot.of(model, those)));
    return now;
  }

  /**
   * What has changed since. Leads whose customer became the sync's own are not among it: Odoo lets
   * a lead follow the e-mail address and the phone of its customer.
   *
   * @param adopted partners that became the sync's own
   * @return a line for each field
   */
  public List<String> changes(Set<Long> adopted) {
    List<String> changes = new ArrayList<>();
    Map<String, Map<Long, OdooRecord>> now = now();
    before.forEach(
        (model, records) ->
            records.forEach(
                (id, record) -> {
                  if (!isOurs(model, record, adopted)) {
                    compare(model, record, now.getOrDefault(model, Map.of()).get(id), changes);
                  }
                }));
    return changes;
  }

  /** A record that is referred to counts by its id, whatever it is called. */
  private static OdooValue plain(OdooValue value) {
    return value
        .list()
        .filter(list -> list.size() == 2 && list.get(1).text().isPresent())
        .map(list -> list.get(0))
        .orElse(value);
  }

  private static boolean isOurs(String model, OdooRecord record, Set<Long> adopted) {
    return switch (model) {
      case PARTNER -> adopted.contains(record.id());
      case LEAD -> record.reference("partner_id").filter(adopted::contains).isPresent();
      default -> false;
    };
  }

  private static void compare(
      String model, OdooRecord was, @Nullable OdooRecord is, List<String> changes) {
    if (is == null) {
      changes.add(model + " " + was.id() + " is gone");
      return;
    }
    Map<String, OdooValue> values = is.values().asMap();
    was.values()
        .asMap()
        .forEach(
            (field, value) -> {
              if (!plain(value).equals(plain(values.getOrDefault(field, OdooValue.NULL)))) {
                changes.add(
                    model
                        + " "
                        + was.id()
                        + " "
                        + field
                        + ": "
                        + value
                        + " → "
                        + values.get(field));
              }
            });
  }
}
