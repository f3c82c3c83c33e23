package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records written without the library. It keeps the ids that Odoo gives, in memory. */
final class HandSession implements Session {

  private static final String PARTNER = "res.partner";
  private static final String LEAD = "crm.lead";
  private static final String MOVE = "account.move";
  private static final DateTimeFormatter ODOO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** What the library reads back, too. */
  private static final Map<String, Set<String>> READ_BACK =
      Map.of(
          PARTNER,
          Set.of("name", "email", "phone", "street", "zip", "city", "country_id", "write_date"),
          LEAD,
          Set.of("name", "partner_id", "type", "stage_id", "active", "probability", "write_date"),
          MOVE,
          Set.of("name", "state", "amount_untaxed", "amount_tax", "amount_total", "write_date"));

  private final HandApi api;
  private final @Nullable OdooClient reader;
  private final HandFacts facts;
  private final BatchSizes sizes;
  private final School school;
  private final HandRecords records;
  private final CallCount reads = new CallCount();
  private final List<Long> contacts = new ArrayList<>();
  private final List<Long> leads = new ArrayList<>();
  private final List<Long> invoices = new ArrayList<>();

  /**
   * Begins.
   *
   * @param reader reads back what was written; {@code null}: nobody does
   */
  HandSession(
      HandApi api, @Nullable OdooClient reader, HandFacts facts, BatchSizes sizes, School school) {
    this.api = api;
    this.reader = reader == null ? null : reader.observedBy(reads);
    this.facts = facts;
    this.sizes = sizes;
    this.school = school;
    this.records = new HandRecords(school, facts);
  }

  @Override
  public void prepare(Scenario scenario) {
    switch (scenario) {
      case CONTACTS_UPDATED_ONE_PERCENT, CONTACTS_CHANGED ->
          school.moveHouse(school.sizes().onePercentOfContacts());
      case CONTACTS_UPDATED -> school.moveHouse(school.sizes().contacts());
      case INVOICES_POSTED -> post(invoices.subList(0, 1));
      default -> {}
    }
  }

  @Override
  public int run(Scenario scenario) {
    Sizes count = school.sizes();
    return switch (scenario) {
      case CONTACTS_CREATED ->
          create(PARTNER, count.contacts(), sizes.records(), records::contact, contacts);
      case CONTACTS_UPDATED_ONE_PERCENT, CONTACTS_CHANGED -> update(count.onePercentOfContacts());
      case CONTACTS_UPDATED -> update(count.contacts());
      case LEADS_CREATED -> create(LEAD, count.leads(), sizes.records(), this::lead, leads);
      case LEADS_QUALIFIED -> qualify();
      case LEADS_WON -> win();
      case INVOICES_CREATED ->
          create(MOVE, count.invoices(), sizes.invoices(), this::invoice, invoices);
      case INVOICES_POSTED -> post(invoices.subList(1, invoices.size()));
      case IDLE, IDLE_CHANGES -> reader == null ? 0 : readAll();
    };
  }

  private HandRecord lead(int number) {
    return records.lead(number, contacts.get(number - 1));
  }

  private HandRecord invoice(int number) {
    return records.invoice(number, contacts.get(number - 1));
  }

  private int create(
      String model, int count, int batch, IntFunction<HandRecord> record, List<Long> ids) {
    int size = api.batch(batch);
    for (int from = 1; from <= count; from += size) {
      List<HandRecord> some = new ArrayList<>();
      for (int number = from; number < from + size && number <= count; number++) {
        some.add(record.apply(number));
      }
      List<Long> created = api.create(model, some);
      readBack(model, created, values -> true);
      ids.addAll(created);
    }
    return all(count, ids.size());
  }

  private int update(int count) {
    int size = api.batch(sizes.records());
    for (int from = 1; from <= count; from += size) {
      Map<Long, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
      for (int number = from; number < from + size && number <= count; number++) {
        values.put(contacts.get(number - 1), street(number));
      }
      Set<String> wanted = reader == null ? Set.of() : fields(PARTNER);
      if (!api.update(PARTNER, values, wanted)) {
        readBack(PARTNER, List.copyOf(values.keySet()), record -> true);
      }
    }
    return count;
  }

  private Map<String, @Nullable Object> street(int number) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("street", school.street(number));
    return values;
  }

  private int qualify() {
    return each(leads, sizes.records(), this::qualify);
  }

  private void qualify(List<Long> some) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("stage_id", facts.qualified());
    api.write(LEAD, some, values);
    readBack(LEAD, some, lead -> lead.reference("stage_id").orElse(0L) == facts.qualified());
  }

  private int win() {
    return each(leads, sizes.records(), this::win);
  }

  private void win(List<Long> some) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("type", "opportunity");
    values.put("date_conversion", ODOO_TIME.format(LocalDateTime.now(ZoneOffset.UTC)));
    api.write(LEAD, some, values);
    api.call(LEAD, "action_set_won", some);
    readBack(LEAD, some, lead -> "opportunity".equals(lead.text("type").orElse("")));
  }

  private int post(List<Long> ids) {
    return each(
        ids,
        sizes.invoices(),
        some -> {
          api.call(MOVE, "action_post", some);
          readBack(MOVE, some, move -> "posted".equals(move.text("state").orElse("")));
        });
  }

  private int each(List<Long> ids, int batch, Consumer<List<Long>> deed) {
    int size = api.batch(batch);
    for (int from = 0; from < ids.size(); from += size) {
      deed.accept(List.copyOf(ids.subList(from, Math.min(ids.size(), from + size))));
    }
    return ids.size();
  }

  private void readBack(String model, List<Long> ids, Predicate<OdooRecord> asItShouldBe) {
    if (reader != null) {
      long right =
          reader.read(model, ids, List.copyOf(fields(model))).stream().filter(asItShouldBe).count();
      all(ids.size(), Math.toIntExact(right));
    }
  }

  /** What a comparison of all values needs at least. */
  private int readAll() {
    readBack(PARTNER, contacts, record -> true);
    readBack(LEAD, leads, record -> true);
    readBack(MOVE, invoices, record -> true);
    return contacts.size() + leads.size() + invoices.size();
  }

  private static Set<String> fields(String model) {
    return READ_BACK.getOrDefault(model, Set.of());
  }

  private static int all(int expected, int count) {
    if (expected != count) {
      throw new IllegalStateException("of " + expected + " records only " + count + " are right");
    }
    return count;
  }

  @Override
  public long calls() {
    return api.calls() + reads.calls();
  }

  @Override
  public void close() {
    api.close();
  }
}
