package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.Travel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcSourcesTest {

  @TempDir Path directory;
  private SchoolDatabase database;

  @BeforeEach
  void open() {
    database = SchoolDatabase.open(directory.resolve("school"));
  }

  @AfterEach
  void close() {
    assertThat(database.connections()).as("connections still in use").isZero();
    database.close();
  }

  @Test
  void stream_firstRowsTaken_readsNoOthers() {
    AtomicInteger read = new AtomicInteger();
    try (Stream<Integer> rows =
        Rows.stream(database.dataSource(), "SELECT id FROM guest", row -> read.incrementAndGet())) {
      Iterator<Integer> iterator = rows.iterator();
      assertThat(read).hasValue(0);
      assertThat(iterator.next()).isEqualTo(1);
      assertThat(iterator.next()).isEqualTo(2);
      assertThat(read).hasValueLessThanOrEqualTo(3);
    }
  }

  @Test
  void stream_untilClosed_holdsOneConnection() {
    Stream<Contact> contacts = new JdbcContactSource(database.dataSource()).contacts();
    contacts.iterator().next();
    assertThat(database.connections()).isEqualTo(1);
    contacts.close();
    assertThat(database.connections()).isZero();
  }

  @Test
  void stream_queryRefused_givesTheConnectionBack() {
    assertThatThrownBy(
            () -> Rows.stream(database.dataSource(), "SELECT * FROM nothing", row -> row))
        .isInstanceOf(DatabaseException.class)
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void groups_firstInvoiceTaken_readsTheRowsOfNoMoreThanTheNext() {
    AtomicInteger read = new AtomicInteger();
    Stream<Integer> rows = Stream.of(1, 1, 2, 2, 2, 3, 4).peek(row -> read.incrementAndGet());
    try (Stream<List<Integer>> groups = RowGroups.of(rows, row -> row)) {
      Iterator<List<Integer>> iterator = groups.iterator();
      assertThat(iterator.next()).containsExactly(1, 1);
      assertThat(read).hasValueLessThanOrEqualTo(3);
      assertThat(iterator.next()).containsExactly(2, 2, 2);
      assertThat(iterator.next()).containsExactly(3);
      assertThat(iterator.next()).containsExactly(4);
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void contacts_all_areTeachersAndGuestsEachOnce() {
    try (Stream<Contact> contacts = new JdbcContactSource(database.dataSource()).contacts()) {
      assertThat(contacts.map(Contact::key)).hasSize(500).doesNotHaveDuplicates();
    }
  }

  @Test
  void find_knownKey_isWhatTheStreamHas() {
    JdbcContactSource contacts = new JdbcContactSource(database.dataSource());
    JdbcTravelSource travels = new JdbcTravelSource(database.dataSource());
    JdbcInvoiceSource invoices = new JdbcInvoiceSource(database.dataSource());

    try (Stream<Contact> all = contacts.contacts()) {
      assertThat(all).allSatisfy(one -> assertThat(contacts.find(one.key())).contains(one));
    }
    try (Stream<Travel> all = travels.travels()) {
      assertThat(all).allSatisfy(one -> assertThat(travels.find(one.key())).contains(one));
    }
    try (Stream<Invoice> all = invoices.invoices()) {
      assertThat(all).allSatisfy(one -> assertThat(invoices.find(one.key())).contains(one));
    }
  }

  @Test
  void find_unknownKey_isEmpty() {
    JdbcContactSource contacts = new JdbcContactSource(database.dataSource());

    assertThat(contacts.find(LocalKey.of("teacher", 9_999))).isEmpty();
    assertThat(contacts.find(LocalKey.of("teacher", "x'; DROP TABLE teacher"))).isEmpty();
    assertThat(contacts.find(LocalKey.of("driver", 1))).isEmpty();
    assertThat(new JdbcTravelSource(database.dataSource()).find(LocalKey.of("teacher", 1)))
        .isEmpty();
    assertThat(new JdbcInvoiceSource(database.dataSource()).find(LocalKey.of("travel", 1)))
        .isEmpty();
  }

  @Test
  void find_draftInvoice_isEmpty() {
    assertThat(new JdbcInvoiceSource(database.dataSource()).find(LocalKey.of("invoice", 81)))
        .isEmpty();
  }

  @Test
  void invoices_oneWithoutLines_isThereWithoutLines() {
    database.execute("DELETE FROM invoice_line WHERE invoice_id = 7");

    Optional<Invoice> invoice =
        new JdbcInvoiceSource(database.dataSource()).find(LocalKey.of("invoice", 7));

    assertThat(invoice).get().extracting(Invoice::lines).isEqualTo(List.of());
  }

  @Test
  void invoices_lines_comeInTheirOrder() {
    database.execute("DELETE FROM invoice_line WHERE invoice_id = 7");
    for (int position : new int[] {2, 1, 3}) {
      database.execute(
          "INSERT INTO invoice_line VALUES (7, %d, 'line %d', 1, 10.50, 0, 'TVA20', 20)"
              .formatted(position, position));
    }

    Invoice invoice =
        new JdbcInvoiceSource(database.dataSource()).find(LocalKey.of("invoice", 7)).orElseThrow();

    assertThat(invoice.lines())
        .extracting(InvoiceLine::description)
        .containsExactly("line 1", "line 2", "line 3");
    assertThat(invoice.lines().get(0).unitPrice()).isEqualTo(new BigDecimal("10.50"));
  }
}
