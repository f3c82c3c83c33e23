package io.odoosync.internal.exchange;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
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
    PagesById pages = new PagesById(model);
    Page page = PagesById.of(PAGE_SIZE);
    List<OdooRecord> read = client.searchRead(model, domain, fields, page);
    read.forEach(record -> pages.took(record.id()));
    all.addAll(read);
    while (read.size() == PAGE_SIZE) {
      Domain rest = domain.and(Domain.field("id").isGreaterThan(pages.last()));
      read = client.searchRead(model, rest, fields, page);
      read.forEach(record -> pages.took(record.id()));
      all.addAll(read);
    }
    return all;
  }
}
