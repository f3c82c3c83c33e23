package io.odoosync.internal.compare;

import io.odoosync.internal.field.FieldValues;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of a record Odoo shares with another one: it writes them through to that record and
 * its likes. Whoever only shares a field is not asked for it and not told of it.
 */
public interface Sharing {

  /** No field is shared. */
  Sharing NOTHING =
      new Sharing() {
        @Override
        public Set<String> readAlong() {
          return Set.of();
        }

        @Override
        public Map<String, String> owners(OdooRecord record, Collection<String> fields) {
          return Map.of();
        }

        @Override
        public FieldValues givenUp(OdooRecord record, FieldValues push) {
          return FieldValues.builder().build();
        }
      };

  /** The fields that tell whether a record shares some; they are read along with its values. */
  Set<String> readAlong();

  /**
   * The fields that a record only shares.
   *
   * @param record with {@link #readAlong()}
   * @param fields the fields in question
   * @return those of these that are another record's, each with that record in words
   */
  Map<String, String> owners(OdooRecord record, Collection<String> fields);

  /**
   * The fields that a record only shares as far as these values are concerned: all of {@link
   * #owners(OdooRecord, Collection)} unless that depends on the value.
   *
   * @param record with {@link #readAlong()}
   * @param values what the host's record maps to
   * @return those fields that are another record's, each with that record in words
   */
  default Map<String, String> owners(OdooRecord record, FieldValues values) {
    return owners(record, values.byField().keySet());
  }

  /**
   * What a record has to be rid of at the moment in which a push makes it share fields, so that
   * Odoo does not write the record's own values through to the one that it shares them with.
   *
   * @param record with {@link #readAlong()}
   * @param push what is going to be written to it
   * @return the values to write along
   */
  FieldValues givenUp(OdooRecord record, FieldValues push);
}
