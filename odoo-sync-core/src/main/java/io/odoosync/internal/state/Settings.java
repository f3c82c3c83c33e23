package io.odoosync.internal.state;

import io.odoosync.Brakes;
import io.odoosync.CrmOptions;
import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.InvoicingOptions;
import io.odoosync.Matching;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.TaxMapping;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.SyncListener;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The engine's configuration, checked by its builder. */
public record Settings(
    OdooClient client,
    @Nullable ContactSource contacts,
    @Nullable TravelSource travels,
    @Nullable InvoiceSource invoices,
    IdStore idStore,
    StateStore state,
    RunLock lock,
    @Nullable SyncLogStore syncLog,
    @Nullable AdminNotifier notifier,
    SyncListener listener,
    String namespace,
    Map<EntityType, Integer> batchSizes,
    TaxMapping taxes,
    InvoicingOptions invoicing,
    CrmOptions crm,
    Mappings mappings,
    ConflictPolicy conflictPolicy,
    MissingRecordPolicy missingRecords,
    Matching matching,
    Brakes brakes,
    Clock clock) {

  /**
   * The host's own mappings.
   *
   * @param contacts changes how contacts become partners
   * @param travels changes how travels become leads
   * @param invoices changes how invoices become moves
   */
  public record Mappings(
      FieldMapping<Contact> contacts,
      FieldMapping<Travel> travels,
      FieldMapping<Invoice> invoices) {}

  /** Copies the batch sizes. */
  public Settings {
    batchSizes = Map.copyOf(batchSizes);
  }

  /** Whether the host brought a source for this kind of entity. */
  public boolean hasSource(EntityType type) {
    return switch (type) {
      case CONTACT -> contacts != null;
      case TRAVEL -> travels != null;
      case INVOICE -> invoices != null;
    };
  }

  public int batchSize(EntityType type) {
    return Objects.requireNonNull(batchSizes.get(type));
  }

  /** The configuration for a log; the client's part redacts its key. */
  @Override
  public String toString() {
    return "connection="
        + client.connection()
        + ", stages="
        + Arrays.stream(EntityType.values()).filter(this::hasSource).toList()
        + ", namespace="
        + namespace
        + ", batchSizes="
        + batchSizes
        + ", "
        + crm
        + ", invoicing="
        + invoicing
        + ", missingRecords="
        + missingRecords
        + ", matching="
        + matching
        + ", brakes="
        + brakes
        + ", lock="
        + lock.getClass().getSimpleName();
  }
}
