package io.odoosync.internal.field;

import io.odoosync.source.SourceRecord;
import java.util.Set;

/** Maps local records of one kind to Odoo's fields. Pure: the same input gives the same mapping. */
public interface RecordMapper<T extends SourceRecord> {

  /**
   * Maps one record.
   *
   * @param dependencies where the records that it refers to are looked up
   */
  Mapping map(T source, Dependencies dependencies);

  /**
   * The fields that can be brought back from Odoo, extra values apart. References to other records
   * of the host are not among them: they are only sent.
   */
  default Set<String> pullable() {
    return Set.of();
  }

  /** The fields of Odoo's record, besides the mapped ones, that {@link #alongside} looks at. */
  default Set<String> readAlong() {
    return Set.of();
  }

  /**
   * What else is to be written to Odoo along with a change, because the record would contradict
   * itself otherwise.
   *
   * @param mapped all that the host's record maps to
   * @param push the change
   * @param odoo what Odoo has, {@link #readAlong} included
   */
  default FieldValues alongside(FieldValues mapped, FieldValues push, FieldValues odoo) {
    return FieldValues.builder().build();
  }

  /**
   * Maps back: the record as it is once it has these values of Odoo. What the record can't hold is
   * left out, or changed so that it fits.
   *
   * @param pulled values of {@link #pullable} fields and of the record's extra values
   */
  default T applied(T current, FieldValues pulled) {
    throw new UnsupportedOperationException("not mapped back: " + pulled.byField().keySet());
  }
}
