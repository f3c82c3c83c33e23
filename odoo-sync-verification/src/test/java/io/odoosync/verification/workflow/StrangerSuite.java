package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.InvoicingOptions;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.TravelState;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.Link;
import io.odoosync.verification.odoo.Neighbours;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Odoo that is in use: whatever the policy, matched or not, no record of others changes in any
 * field.
 */
abstract class StrangerSuite extends EngineSuite {

  private static final Logger LOG = LoggerFactory.getLogger(StrangerSuite.class);

  private static final int NEIGHBOURS = 500;
  private static final int TEACHERS = 3;

  /** Two persons and two children of companies; not the company of somebody who is a person. */
  private static final int ADOPTED = 4;

  private final String mark = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  private static Map<String, ConflictPolicy> policies() {
    Map<String, ConflictPolicy> policies = new LinkedHashMap<>();
    policies.put("local wins", ConflictPolicy.localWins());
    policies.put("odoo wins", ConflictPolicy.odooWins());
    policies.put("newest wins", ConflictPolicy.newestWins());
    policies.put("merge", ConflictPolicy.merge(ConflictPolicy.localWins()));
    policies.put("manual", ConflictPolicy.manual());
    return policies;
  }

  /** A real server takes long for each run: there, only one policy is tried with all of them. */
  private Map<String, Matching> matchings(String policy) {
    Map<String, Matching> matchings = matchings();
    if (odoo().inProcess() == null && !policy.equals("local wins")) {
      matchings.keySet().retainAll(Set.of("matching"));
    }
    return matchings;
  }

  private static Map<String, Matching> matchings() {
    Matching by = Matching.by(Matching.Key.EMAIL, Matching.Key.VAT, Matching.Key.REFERENCE);
    Map<String, Matching> matchings = new LinkedHashMap<>();
    matchings.put("matching", by);
    matchings.put("match only", by.matchOnly());
    matchings.put("no matching", Matching.off());
    return matchings;
  }

  @Test
  void runAll_odooInUse_changesNoRecordOfOthersUnderAnyPolicy() {
    OdooClient person = odoo().clientOf(odoo().person());
    Neighbours neighbours = Neighbours.settle(person, mark, NEIGHBOURS, List.of());
    Map<String, List<String>> changed = new LinkedHashMap<>();
    int applications = 0;
    for (Map.Entry<String, ConflictPolicy> policy : policies().entrySet()) {
      for (Map.Entry<String, Matching> matching : matchings(policy.getKey()).entrySet()) {
        neighbours.remember();
        Application application =
            new Application(neighbours, policy.getValue(), matching.getValue(), applications);
        String name = policy.getKey() + ", " + matching.getKey();
        live(application, person, neighbours)
            .forEach((day, lines) -> changed.put(name + day, lines));
        assertThat(neighbours.among(application.adopted()))
            .as("adopted with %s", name)
            .hasSize(matching.getValue().isOn() ? adopted() : 0);
        applications++;
      }
    }
    LOG.info("{}: {} runs beside {} partners", odoo().url(), 3 * applications, NEIGHBOURS);
    assertThat(changed).isEmpty();
  }

  /** Three days; what changed on which. */
  private static Map<String, List<String>> live(
      Application application, OdooClient person, Neighbours neighbours) {
    Map<String, List<String>> changed = new LinkedHashMap<>();
    for (int day = 1; day <= 3; day++) {
      SyncReport report = application.day(day, person);
      List<String> lines = neighbours.changes(application.adopted());
      if (!lines.isEmpty()) {
        changed.put(", day " + day, lines);
        LOG.info("{}: {} {}", day, lines, report);
        neighbours.remember();
      }
    }
    return changed;
  }

  /** A host application that lives for three days. */
  private final class Application {

    private final SchoolTravel host = new SchoolTravel();
    private final IdStore ids = new InMemoryIdStore();
    private final SyncEngine engine;
    private final Neighbours neighbours;
    private final int number;

    Application(Neighbours neighbours, ConflictPolicy policy, Matching matching, int number) {
      this.neighbours = neighbours;
      this.number = number;
      this.engine =
          engine(host)
              .namespace("__a" + UUID.randomUUID().toString().replace("-", "") + "__")
              .idStore(ids)
              .stateStore(new InMemoryStateStore())
              .conflictPolicy(policy)
              .matching(matching)
              .brakes(Brakes.released())
              .invoicing(InvoicingOptions.builder().posting().build())
              .build();
    }

    /** Which of the neighbours became customers of this application. */
    Set<Long> adopted() {
      Set<Long> adopted = new TreeSet<>();
      for (Link link : ids.page(CONTACT, null, 1_000)) {
        if (link.odooId() != null) {
          adopted.add(link.odooId());
        }
      }
      return adopted;
    }

    SyncReport day(int day, OdooClient person) {
      if (day == 1) {
        begin();
      } else {
        live(day, person);
      }
      engine.plan();
      return engine.runAll();
    }

    private void begin() {
      for (int i = 1; i <= TEACHERS; i++) {
        host.put(unknown(i).build());
      }
      wanted().forEach((number, contact) -> host.put(contact.build()));
      for (int i = 1; i <= TEACHERS; i++) {
        host.put(travel(i, TravelState.NEW).build());
        host.put(invoice(mark + number + "t" + i, teacherKey(i)).build());
      }
      wanted().keySet().forEach(i -> host.put(travel(i, TravelState.QUOTE_VALIDATED).build()));
      host.put(invoice(mark + number + "w", teacherKey(101)).build());
    }

    /**
     * Those who look like somebody in Odoo: a person, a child of a company, an owner, a company.
     */
    private Map<Integer, Contact.Builder> wanted() {
      Map<Integer, Contact.Builder> wanted = new LinkedHashMap<>();
      int one = 2 * number + 1;
      int other = one + 1;
      wanted.put(101, unknown(101).email(neighbours.email("single", one)));
      wanted.put(
          102, unknown(102).email(neighbours.email("single", other).toUpperCase(Locale.ROOT)));
      wanted.put(103, unknown(103).email(neighbours.email("child", one)));
      wanted.put(104, unknown(104).email(neighbours.email("child", other)));
      wanted.put(105, unknown(105).vat("X" + mark + one));
      wanted.put(106, unknown(106).email(neighbours.email("address", one)));
      int next = 107;
      for (String email : neighbours.ownersEmails()) {
        wanted.put(next, unknown(next).email(email));
        wanted.put(next + 100, unknown(next + 100).organisation().email(email));
        next++;
      }
      return wanted;
    }

    private Contact.Builder unknown(int teacher) {
      String own = mark + "-" + number + "-" + teacher;
      return teacher(teacher).reference(own).email(own + "@example.test");
    }

    /** The host edits everything, people edit in Odoo what is the application's. */
    private void live(int day, OdooClient person) {
      Map<String, Object> edit = new HashMap<>(Map.of("phone", "+33 1 88 00 00 0" + day));
      for (long id : adopted()) {
        person.write("res.partner", List.of(id), edit);
      }
      Instant now = Instant.now();
      wanted().values().forEach(contact -> host.put(moved(contact, day).updatedAt(now).build()));
      for (int i = 1; i <= TEACHERS; i++) {
        host.put(moved(unknown(i), day).updatedAt(now).build());
        host.put(travel(i, day == 2 ? TravelState.QUOTE_VALIDATED : TravelState.INVOICED).build());
      }
    }

    private Contact.Builder moved(Contact.Builder contact, int day) {
      return contact
          .phone("+33 1 66 00 00 0" + day)
          .vat("Y" + mark + day)
          .address(
              PostalAddress.builder()
                  .street(day + " new street")
                  .zip("33000")
                  .city("Bordeaux")
                  .countryCode("DE")
                  .build());
    }
  }

  /** Where Odoo finds out who is a company, an address alone adopts none of another name. */
  private int adopted() {
    boolean foundOut =
        client().fieldsGet("res.partner", List.of("is_company")).values().stream()
            .anyMatch(FieldDefinition::readonly);
    return foundOut ? ADOPTED / 2 : ADOPTED;
  }
}
