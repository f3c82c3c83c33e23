package io.odoosync.examples.springhost;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People at work in the application and in Odoo. What they do, in which order and when by their own
 * clock, comes from a seed; how it falls between the steps of a run does not.
 */
final class People {

  private static final Instant MORNING = Instant.parse("2026-11-26T08:00:00Z");

  private final OdooClient inOdoo;
  private final IdStore links;
  private final Random chance;
  private final Teachers teachers;
  private final Trips trips;
  private final Bills bills;
  private final TransactionTemplate transaction;
  private final OpenRows openRows;
  private final Deque<Teacher> forms = new ArrayDeque<>();
  private final List<UUID> known = new ArrayList<>();
  private final Map<UUID, String> phonesInOdoo = new HashMap<>();
  private Instant now = MORNING;
  private long last;
  private int refused;

  People(RunningHost host, OpenRows openRows, long seed) {
    this.inOdoo = host.person();
    this.links = host.get(JdbcStores.class).idStore();
    this.openRows = openRows;
    this.chance = new Random(seed);
    this.teachers = host.get(Teachers.class);
    this.trips = host.get(Trips.class);
    this.bills = host.get(Bills.class);
    this.transaction = host.get(TransactionTemplate.class);
  }

  /** How long they have worked, by their own clock. */
  Duration worked() {
    return Duration.between(MORNING, now);
  }

  /** The phone that somebody gave each partner in Odoo last. */
  Map<UUID, String> phonesInOdoo() {
    return phonesInOdoo;
  }

  /** How many saves were refused because somebody else had saved in between. */
  int refused() {
    return refused;
  }

  /** Some are there before the first run. */
  void arrive() {
    for (int i = 0; i < 10; i++) {
      enrol();
      plan();
      bill();
    }
  }

  /** The next thing that one of them does; a second or two go by. */
  void step() {
    now = now.plusSeconds(1 + chance.nextInt(2));
    openRows.tick();
    try {
      act();
    } catch (OptimisticLockingFailureException e) {
      refused++;
    }
  }

  private void act() {
    switch (chance.nextInt(11)) {
      case 0 -> enrol();
      case 1 -> enrolAndRollBack();
      case 2 -> rename();
      case 3 -> renameAndRollBack();
      case 4 -> openForm();
      case 5 -> saveForm();
      case 6 -> keepRowOpen();
      case 7 -> plan();
      case 8 -> bill();
      case 9 -> callInOdoo();
      default -> leave();
    }
  }

  private Teacher newTeacher() {
    Teacher teacher = new Teacher(new UUID(0, ++last), "Teacher " + last, now);
    teacher.email = "t" + last + "@example.com";
    return teacher;
  }

  private void enrol() {
    Teacher teacher = newTeacher();
    teachers.save(teacher);
    known.add(teacher.id);
  }

  private void enrolAndRollBack() {
    transaction.executeWithoutResult(
        status -> {
          teachers.saveAndFlush(newTeacher());
          status.setRollbackOnly();
        });
  }

  /** Somebody whose row nobody has open: people wait for each other, tests need not. */
  private UUID anybody() {
    UUID id;
    do {
      id = known.get(chance.nextInt(known.size()));
    } while (openRows.contains(id));
    return id;
  }

  private void rename() {
    transaction.executeWithoutResult(status -> rename(anybody()));
  }

  private void rename(UUID id) {
    Teacher teacher = teachers.findById(id).orElseThrow();
    teacher.name = "Teacher " + id.getLeastSignificantBits() + " at " + now;
    teacher.updatedAt = now;
    teachers.flush();
  }

  private void renameAndRollBack() {
    transaction.executeWithoutResult(
        status -> {
          rename(anybody());
          status.setRollbackOnly();
        });
  }

  private void openForm() {
    forms.add(teachers.findById(anybody()).orElseThrow());
  }

  /** With all columns as they were when the form was opened. */
  private void saveForm() {
    Teacher form = forms.poll();
    if (form == null || !known.contains(form.id) || openRows.contains(form.id)) {
      return;
    }
    form.email = "form" + now.getEpochSecond() + "@example.com";
    form.updatedAt = now;
    teachers.save(form);
  }

  private void keepRowOpen() {
    UUID id = anybody();
    openRows.open(id, 1 + chance.nextInt(30), () -> rename(id), chance.nextBoolean());
  }

  private void plan() {
    trips.save(new Trip(++last, "Trip " + last, anybody(), now));
    List<Trip> all = trips.findAll();
    Trip accepted = all.get(chance.nextInt(all.size()));
    accepted.validated = true;
    accepted.updatedAt = now;
    trips.save(accepted);
  }

  private void bill() {
    BigDecimal amount = BigDecimal.valueOf(100 + chance.nextInt(900));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    bills.save(new Bill(++last, anybody(), today, amount));
    List<Bill> all = bills.findAll();
    Bill noted = all.get(chance.nextInt(all.size()));
    noted.note = "called at " + now;
    bills.save(noted);
  }

  private void callInOdoo() {
    UUID id = anybody();
    LocalKey key = JpaContactSource.key(id);
    Link link = links.find(EntityType.CONTACT, List.of(key)).get(key);
    if (link != null && link.odooId() != null) {
      String phone = "+33 1 " + now.getEpochSecond();
      inOdoo.write("res.partner", List.of(link.odooId()), Map.of("phone", phone));
      phonesInOdoo.put(id, phone);
    }
  }

  /** Who has neither trips nor bills may leave. */
  private void leave() {
    UUID id = anybody();
    boolean isNeeded =
        trips.findAll().stream().anyMatch(trip -> trip.teacherId.equals(id))
            || bills.findAll().stream().anyMatch(bill -> bill.teacherId.equals(id));
    if (!isNeeded) {
      teachers.deleteById(id);
      known.remove(id);
      phonesInOdoo.remove(id);
    }
  }
}
