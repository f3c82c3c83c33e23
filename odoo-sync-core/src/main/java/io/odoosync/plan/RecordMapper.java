package io.odoosync.plan;

import io.odoosync.source.SourceRecord;

/** Maps local records of one kind to Odoo's fields. Pure: the same input gives the same mapping. */
public interface RecordMapper<T extends SourceRecord> {

  /**
   * Maps one record.
   *
   * @param customers where the record's customer is looked up
   */
  Mapping map(T source, Customers customers);
}
