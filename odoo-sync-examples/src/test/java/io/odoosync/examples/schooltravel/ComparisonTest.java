package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.Travel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict must be able to say no. */
class ComparisonTest {

  private static final LocalKey GUEST = LocalKey.of(Keys.GUEST, 7);
  private static final LocalKey TRAVEL = LocalKey.of(Keys.TRAVEL, 7);

  @TempDir Path directory;
  private SchoolDatabase database;
  private final Map<LocalKey, List<FieldValue>> values = new HashMap<>();
  private final Map<LocalKey, OdooInvoice> invoices = new HashMap<>();

  @BeforeEach
  void linkEverything() {
    database = SchoolDatabase.open(directory.resolve("school"));
    database.execute("UPDATE teacher SET odoo_partner_id = id");
    database.execute("UPDATE guest SET odoo_partner_id = id + 1000");
    database.execute("UPDATE travel SET odoo_lead_id = id");
    database.execute("UPDATE invoice SET odoo_invoice_id = id WHERE validated");
    try (Stream<Contact> contacts = new JdbcContactSource(database.dataSource()).contacts();
        Stream<Travel> travels = new JdbcTravelSource(database.dataSource()).travels();
        Stream<Invoice> all = new JdbcInvoiceSource(database.dataSource()).invoices()) {
      contacts.forEach(contact -> values.put(contact.key(), SharedFields.of(contact)));
      travels.forEach(travel -> values.put(travel.key(), SharedFields.of(travel)));
      all.forEach(
          invoice ->
              invoices.put(
                  invoice.key(),
                  new OdooInvoice(Amounts.roundedGlobally(invoice), invoice.lines().size())));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void odoo_sameThere_findsNoDifference() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void odoo_otherPhoneThere_namesTheContact() {
    change(GUEST, 2, "+33 6 39 98 00 01");

    assertThat(differences())
        .singleElement()
        .asString()
        .startsWith("guest/7: ")
        .contains("+33 6 39 98 00 01");
  }

  @Test
  void odoo_otherTitleThere_namesTheTravel() {
    change(TRAVEL, 0, "Oslo");

    assertThat(differences()).singleElement().asString().startsWith("travel/7: ");
  }

  @Test
  void odoo_contactNotThere_namesIt() {
    values.remove(GUEST);

    assertThat(differences()).singleElement().asString().startsWith("guest/7: ");
  }

  private void change(LocalKey key, int position, String value) {
    List<FieldValue> changed = new ArrayList<>(values.getOrDefault(key, List.of()));
    changed.set(position, FieldValue.of(value));
    values.put(key, changed);
  }

  private List<String> differences() {
    Map<EntityType, Long> records = new EnumMap<>(EntityType.class);
    records.put(EntityType.CONTACT, 500L);
    records.put(EntityType.TRAVEL, 60L);
    records.put(EntityType.INVOICE, 80L);
    OdooFigures figures = new OdooFigures(records, Map.of(), 20, true, values, invoices);
    return new Comparison(database).odoo(figures).differences();
  }
}
