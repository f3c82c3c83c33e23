package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

  /** Changes with the seed, the code of {@link SampleData}, or datafaker's names. */
  private static final String CHECKSUM =
      "7b756ea7f084844d5baee92b8d72ab2d352acf5e89ecaadb7cc48cfc0104090f";

  @TempDir Path directory;

  @Test
  void open_newDatabases_holdTheSameEverywhere() throws NoSuchAlgorithmException {
    String first = content(directory.resolve("first"));

    assertThat(content(directory.resolve("second"))).isEqualTo(first);
    assertThat(sha256(first)).isEqualTo(CHECKSUM);
  }

  @Test
  void open_newDatabase_holdsWhatTheReadmeSays() {
    try (SchoolDatabase database = SchoolDatabase.open(directory.resolve("school"))) {
      assertThat(database.count("teacher")).isEqualTo(200);
      assertThat(database.count("guest")).isEqualTo(300);
      assertThat(database.count("invoice WHERE validated")).isEqualTo(80);
      for (TravelState state : EnumSet.complementOf(EnumSet.of(TravelState.CANCELLED))) {
        assertThat(database.count("travel WHERE state = '" + state + "'")).isEqualTo(20);
      }
      assertThat(all(new JdbcInvoiceSource(database.dataSource()).invoices(), Invoice::lines))
          .allSatisfy(lines -> assertThat(lines).hasSizeBetween(1, 5));
    }
  }

  @Test
  void open_newDatabase_holdsNobodysAddress() {
    try (SchoolDatabase database = SchoolDatabase.open(directory.resolve("school"))) {
      assertThat(all(new JdbcContactSource(database.dataSource()).contacts(), Contact::email))
          .allSatisfy(email -> assertThat(email).matches("[a-z.]+[.][0-9]+@example[.](org|com)"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void open_existingDatabase_isKept() {
    Path file = directory.resolve("school");
    try (SchoolDatabase database = SchoolDatabase.open(file)) {
      database.execute("UPDATE teacher SET city = 'Nantes' WHERE id = 1");
    }
    try (SchoolDatabase again = SchoolDatabase.open(file)) {
      assertThat(again.count("teacher WHERE city = 'Nantes' AND id = 1")).isEqualTo(1);
      assertThat(again.count("teacher")).isEqualTo(200);
    }
  }

  private static String content(Path file) {
    try (SchoolDatabase database = SchoolDatabase.open(file)) {
      return Stream.of(
              all(new JdbcContactSource(database.dataSource()).contacts(), Contact::toString),
              all(new JdbcTravelSource(database.dataSource()).travels(), Travel::toString),
              all(new JdbcInvoiceSource(database.dataSource()).invoices(), Invoice::toString))
          .flatMap(List::stream)
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  private static <T, R> List<R> all(Stream<T> records, Function<T, R> part) {
    try (records) {
      return records.map(part).map(Objects::requireNonNull).toList();
    }
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
