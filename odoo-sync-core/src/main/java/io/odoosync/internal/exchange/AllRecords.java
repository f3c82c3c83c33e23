package io.odoosync.internal.exchange;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
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
    PagesById pages = new PagesById(model);
    PageSize size = PageSize.upTo(PAGE_SIZE);
    List<OdooRecord> page;
    do {
      Domain rest =
          all.isEmpty() ? domain : domain.and(Domain.field("id").isGreaterThan(pages.last()));
      page = size.read(n -> client.searchRead(model, rest, fields, PagesById.of(n)));
      page.forEach(record -> pages.took(record.id()));
      all.addAll(page);
    } while (page.size() == size.records());
    return all;
  }
}
