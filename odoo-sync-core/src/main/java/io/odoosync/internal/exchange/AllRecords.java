package io.odoosync.internal.exchange;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.List;

/** Reads all records that meet a condition, page by page, however many there are. */
public final class AllRecords {

  /** The most records of a page. */
  static final int PAGE_SIZE = 1_000;

  private AllRecords() {}

  /**
   * Reads them.
   *
   * @return the records in the order of their ids
   */
  public static List<OdooRecord> read(
      OdooClient client, String model, Domain domain, List<String> fields) {
    List<OdooRecord> all = new ArrayList<>();
    PageSize size = PageSize.upTo(PAGE_SIZE);
    List<OdooRecord> page;
    do {
      Domain rest =
          all.isEmpty() ? domain : domain.and(Domain.field("id").isGreaterThan(last(all)));
      page = size.read(n -> client.searchRead(model, rest, fields, Page.first(n).orderedBy("id")));
      page.forEach(record -> add(all, record, model));
    } while (page.size() == size.records());
    return all;
  }

  private static long last(List<OdooRecord> all) {
    return all.get(all.size() - 1).id();
  }

  /** A server that repeats itself would never come to an end. */
  private static void add(List<OdooRecord> all, OdooRecord record, String model) {
    if (!all.isEmpty() && record.id() <= last(all)) {
      throw OdooOutcomeUnknownException.ofReading(
          model + ".search_read: the answer is no result of Odoo's: it should be in order", null);
    }
    all.add(record);
  }
}
