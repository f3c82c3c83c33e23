package io.odoosync.internal;

import io.odoosync.ConflictPolicy;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.ModelFields;
import io.odoosync.plan.Planner;
import io.odoosync.plan.RecordMapper;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.SourceRecord;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells the stages apart; everything else they share.
 *
 * @param type the kind of entity
 * @param source opens a pass over the host's records
 * @param customer the key of a record's customer, or {@code null} if it has none
 * @param mapper maps a record to Odoo's fields
 * @param fields the fields of the model
 * @param prepare looks up what the records name that are about to be mapped
 * @param sentOnce whether a record is never changed once it is in Odoo
 * @param followUp what is left to do when the records are in Odoo
 */
record RecordKind<T extends SourceRecord>(
    EntityType type,
    Supplier<Stream<T>> source,
    Function<T, @Nullable LocalKey> customer,
    RecordMapper<T> mapper,
    ModelFields fields,
    Consumer<Collection<T>> prepare,
    boolean sentOnce,
    FollowUp<T> followUp) {

  /** Decides what to do about a record. */
  Planner planner() {
    return new Planner(type, fields, mapper.pullable(), ConflictPolicy.localWins());
  }

  static RecordKind<Contact> contacts(
      ContactSource source, RecordMapper<Contact> mapper, ModelFields fields) {
    return new RecordKind<>(
        EntityType.CONTACT,
        source::contacts,
        contact -> null,
        mapper,
        fields,
        batch -> {},
        false,
        FollowUp.nothing());
  }

  static RecordKind<Travel> travels(
      TravelSource source,
      RecordMapper<Travel> mapper,
      ModelFields fields,
      FollowUp<Travel> followUp) {
    return new RecordKind<>(
        EntityType.TRAVEL,
        source::travels,
        Travel::customer,
        mapper,
        fields,
        batch -> {},
        false,
        followUp);
  }

  static RecordKind<Invoice> invoices(
      InvoiceSource source,
      RecordMapper<Invoice> mapper,
      ModelFields fields,
      Consumer<Collection<Invoice>> prepare,
      FollowUp<Invoice> followUp) {
    return new RecordKind<>(
        EntityType.INVOICE,
        source::invoices,
        Invoice::customer,
        mapper,
        fields,
        prepare,
        true,
        followUp);
  }
}
