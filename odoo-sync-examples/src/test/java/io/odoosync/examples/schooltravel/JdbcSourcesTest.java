package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.testkit.contract.ContactSourceContract;
import io.odoosync.testkit.contract.InvoiceSourceContract;
import io.odoosync.testkit.contract.TravelSourceContract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
  void travels_unknownState_isOneTravelThatSaysSo() throws SQLException {
    execute("UPDATE travel SET state = 'DREAMT' WHERE id = 7");
    try (Stream<Travel> travels = new JdbcTravelSource(database.dataSource()).travels()) {
      assertThat(travels.filter(travel -> travel.unreadableBecause() != null))
          .singleElement()
          .satisfies(
              travel -> {
                assertThat(travel.key()).isEqualTo(LocalKey.of("travel", 7));
                assertThat(travel.unreadableBecause()).contains("TravelState.DREAMT");
              });
    }
  }

  @Test
  void invoices_lineWithoutPrice_isOneInvoiceThatSaysSo() throws SQLException {
    execute("ALTER TABLE invoice_line ALTER COLUMN unit_price SET NULL");
    LocalKey first = firstInvoice();
    execute("UPDATE invoice_line SET unit_price = NULL WHERE invoice_id = " + first.id());

    List<Invoice> found = new JdbcInvoiceSource(database.dataSource()).find(List.of(first));

    assertThat(found).singleElement().extracting(Invoice::key).isEqualTo(first);
    assertThat(found.get(0).unreadableBecause()).contains("unitPrice");
  }

  private LocalKey firstInvoice() {
    try (Stream<Invoice> invoices = new JdbcInvoiceSource(database.dataSource()).invoices()) {
      return invoices.map(Invoice::key).findFirst().orElseThrow();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Nested
  class Contacts extends ContactSourceContract {
    @Override
    protected ContactSource source() {
      return new JdbcContactSource(database.dataSource());
    }
  }

  @Nested
  class Travels extends TravelSourceContract {
    @Override
    protected TravelSource source() {
      return new JdbcTravelSource(database.dataSource());
    }
  }

  @Nested
  class Invoices extends InvoiceSourceContract {
    @Override
    protected InvoiceSource source() {
      return new JdbcInvoiceSource(database.dataSource());
    }
  }

  @Test
  void find_keyOfAnotherKind_isNotTakenForARow() {
    assertThat(new JdbcTravelSource(database.dataSource()).find(keys(Keys.TEACHER, 1))).isEmpty();
    assertThat(new JdbcInvoiceSource(database.dataSource()).find(keys(Keys.TRAVEL, 1))).isEmpty();
  }

  @Test
  void find_draftInvoice_isEmpty() {
    assertThat(new JdbcInvoiceSource(database.dataSource()).find(keys(Keys.INVOICE, 81))).isEmpty();
  }

  @Test
  void invoices_oneWithoutLines_isThereWithoutLines() {
    database.execute("DELETE FROM invoice_line WHERE invoice_id = 7");

    assertThat(invoice(7).lines()).isEmpty();
  }

  @Test
  void invoices_lines_comeInTheirOrder() {
    database.execute("DELETE FROM invoice_line WHERE invoice_id = 7");
    for (int position : new int[] {2, 1, 3}) {
      database.execute(
          "INSERT INTO invoice_line VALUES (7, %d, 'line %d', 1, 10.50, 0, 'TVA20', 20)"
              .formatted(position, position));
    }

    Invoice invoice = invoice(7);

    assertThat(invoice.lines())
        .extracting(InvoiceLine::description)
        .containsExactly("line 1", "line 2", "line 3");
    assertThat(invoice.lines().get(0).unitPrice()).isEqualTo(new BigDecimal("10.50"));
  }

  private Invoice invoice(long id) {
    return new JdbcInvoiceSource(database.dataSource()).find(keys(Keys.INVOICE, id)).get(0);
  }

  private static List<LocalKey> keys(String kind, long id) {
    return List.of(LocalKey.of(kind, id));
  }
}
