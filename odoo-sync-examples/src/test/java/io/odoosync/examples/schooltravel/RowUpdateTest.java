package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.Money;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How changes from Odoo get into the application's tables. */
class RowUpdateTest {

  private static final LocalKey TEACHER = LocalKey.of(Keys.TEACHER, 7);
  private static final LocalKey GUEST = LocalKey.of(Keys.GUEST, 7);
  private static final LocalKey TRAVEL = LocalKey.of(Keys.TRAVEL, 7);

  @TempDir Path directory;
  private SchoolDatabase database;
  private JdbcContactSource contacts;
  private JdbcTravelSource travels;

  @BeforeEach
  void open() {
    database = SchoolDatabase.open(directory.resolve("school"));
    contacts = new JdbcContactSource(database.dataSource());
    travels = new JdbcTravelSource(database.dataSource());
  }

  @AfterEach
  void close() {
    assertThat(database.connections()).as("connections still in use").isZero();
    database.close();
  }

  @Test
  void apply_everythingOfATeacher_isWhatTheSourceReadsNext() {
    Contact before = contact(TEACHER);
    Contact after =
        before.toBuilder()
            .name("Ada Martin")
            .email(null)
            .phone("+33 1 99 00 00 01")
            .mobile("+33 6 39 98 00 01")
            .address(
                PostalAddress.builder()
                    .street("1 quai Haut")
                    .street2("Lycée Haut")
                    .zip("44000")
                    .city("Nantes")
                    .countryCode("BE")
                    .build())
            .build();

    contacts.apply(ContactChange.of(1, before, after));

    assertThat(withoutTime(contact(TEACHER))).isEqualTo(withoutTime(after));
  }

  @Test
  void apply_oneProperty_leavesOtherRowsAloneAndMovesTheTime() {
    String others = "guest WHERE updated_at > TIMESTAMP WITH TIME ZONE '2026-09-01 23:00:00Z'";
    Instant before = Objects.requireNonNull(contact(GUEST).updatedAt());

    contacts.apply(phoneOf(GUEST, "+33 6 39 98 00 01"));

    assertThat(contact(GUEST).updatedAt()).isAfter(before);
    assertThat(database.count(others)).isEqualTo(1);
  }

  @Test
  void apply_everythingOfATravel_isWhatTheSourceReadsNext() {
    Travel before = travels.find(List.of(TRAVEL)).get(0);
    Travel after =
        before.toBuilder()
            .title("Oslo")
            .expectedRevenue(new Money(new BigDecimal("1234.50"), "EUR"))
            .expectedClosing(LocalDate.of(2027, 1, 2))
            .departure(LocalDate.of(2027, 2, 3))
            .returnDate(LocalDate.of(2027, 2, 9))
            .build();

    travels.apply(TravelChange.of(1, before, after));

    Travel now = travels.find(List.of(TRAVEL)).get(0);
    assertThat(now.toBuilder().updatedAt(before.updatedAt()).build()).isEqualTo(after);
  }

  @Test
  void apply_twice_isAsOnce() {
    ContactChange change = phoneOf(GUEST, "+33 6 39 98 00 01");

    contacts.apply(change);
    contacts.apply(change);

    assertThat(contact(GUEST).phone()).isEqualTo("+33 6 39 98 00 01");
  }

  @Test
  void apply_valueChangedHereMeanwhile_isRefused() {
    ContactChange change = phoneOf(GUEST, "+33 6 39 98 00 01");
    database.execute("UPDATE guest SET phone = '+33 6 39 98 00 02' WHERE id = 7");

    assertThatThrownBy(() -> contacts.apply(change))
        .hasMessage("guest 7 has changed in the meantime");
    assertThat(contact(GUEST).phone()).isEqualTo("+33 6 39 98 00 02");
  }

  @Test
  void apply_otherValueChangedHereMeanwhile_keepsBoth() {
    ContactChange change = phoneOf(GUEST, "+33 6 39 98 00 01");
    database.execute("UPDATE guest SET city = 'Nantes' WHERE id = 7");

    contacts.apply(change);

    assertThat(contact(GUEST).phone()).isEqualTo("+33 6 39 98 00 01");
    assertThat(contact(GUEST).address().city()).isEqualTo("Nantes");
  }

  @Test
  void apply_emptyValue_isFilledAndEmptiedAgain() {
    database.execute("UPDATE guest SET phone = NULL WHERE id = 7");
    contacts.apply(phoneOf(GUEST, "+33 6 39 98 00 01"));
    assertThat(contact(GUEST).phone()).isEqualTo("+33 6 39 98 00 01");

    Contact before = contact(GUEST);
    contacts.apply(ContactChange.of(1, before, before.toBuilder().phone(null).build()));
    assertThat(contact(GUEST).phone()).isNull();
  }

  @Test
  void apply_propertyWithoutColumn_isRefused() {
    Contact before = contact(GUEST);
    ContactChange change =
        ContactChange.of(1, before, before.toBuilder().mobile("+33 6 39 98 00 01").build());

    assertThatThrownBy(() -> contacts.apply(change)).hasMessage("guest has no column for mobile");
  }

  @Test
  void apply_noProperty_changesNothing() {
    Contact before = contact(GUEST);

    contacts.apply(new ContactChange(1, before, before, List.of()));

    assertThat(contact(GUEST)).isEqualTo(before);
  }

  private ContactChange phoneOf(LocalKey key, String phone) {
    Contact before = contact(key);
    return ContactChange.of(1, before, before.toBuilder().phone(phone).build());
  }

  private Contact contact(LocalKey key) {
    return contacts.find(List.of(key)).get(0);
  }

  private static Contact withoutTime(Contact contact) {
    return contact.toBuilder().updatedAt(null).build();
  }
}
