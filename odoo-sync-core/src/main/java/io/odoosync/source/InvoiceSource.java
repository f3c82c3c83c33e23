package io.odoosync.source;

import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Where the host's invoices come from. Implemented by the host over its own repository.
 *
 * <p>A row that can't be read is one failed record if it is read by {@link #read}. What {@link
 * #invoices()} or {@link #find} throw themselves ends the stage that asked, with a clear message in
 * the report; what was given before is synced, and the other stages still run.
 */
public interface InvoiceSource {

  /**
   * Opens a pass over all validated invoices, whether already sent or not; drafts are left out by
   * the host. What people did in Odoo to an invoice that was sent is seen as long as it is among
   * them: one that the host leaves out, because it is old or paid, is not looked at any more.
   *
   * @return the invoices in any order, each key once; possibly none. A run opens it once, reads it
   *     to its end in one thread before anything else is asked, and closes it, so it may hold a
   *     cursor or a connection. Each call starts a new pass. Beware of {@code Stream.flatMap},
   *     which may read an inner stream whole into memory
   */
  Stream<Invoice> invoices();

  /**
   * Opens a pass over the invoices that were created or changed since a moment, for {@link
   * io.odoosync.SyncEngine#runChanges}. More than that does no harm: what did not change is seen
   * by the engine and costs no call. Those that belong in Odoo no more need not be among them.
   *
   * @param since some time before the last look, as the engine's clock had it: transactions that
   *     were open then are allowed for, see {@link io.odoosync.ChangeOptions#overlap()}
   * @return the invoices as they are now, in any order, each once; possibly none. Read and closed as
   *     {@link #invoices()} is. Empty, which is the default, if the host can't tell: then the engine
   *     goes through all invoices, comparing fingerprints, still without a call of Odoo
   */
  default Optional<Stream<Invoice>> changedSince(Instant since) {
    return Optional.empty();
  }

  /**
   * Finds some of them, for records that depend on them or were named by hand. It is never called
   * while a pass is open, and with as many keys at most as a batch has records.
   *
   * <p>Unless overridden, this is a pass over {@link #invoices()} that ends with the last one that
   * was asked for: right for every source, and slow for a large one. Override it with a query.
   *
   * @param keys the keys to look for, each once
   * @return what the host has now of those invoices, in any order, each once; keys that it does not
   *     know are left out. Never {@code null}, and none that was not asked for: either ends the
   *     stage, as an exception does
   */
  default Collection<Invoice> find(Collection<LocalKey> keys) {
    return SourcePass.find(this::invoices, keys);
  }

  /**
   * Whether the host wants to hear where its invoices stand in Odoo. Asked once a run.
   *
   * @return {@code true} to have {@link #apply} called; {@code false} unless overridden
   */
  default boolean wantsStatus() {
    return false;
  }

  /**
   * Takes over where an invoice stands: number, state, payment, total, credit notes, what became of
   * it on its way to the customer, and whether people changed it or deleted it. Each full run looks
   * at all invoices of the source that were sent, paid ones too, and calls this for those of which
   * something has changed since the last call: so a payment that was undone is told by the next
   * full run. When this returns, the status must be stored and committed: it is not told again.
   * Called again with the same status if the run ended before it could remember that it told. An
   * exception makes that invoice fail, and the status is told again by the next run.
   *
   * <p>What people undid or changed is a warning in {@code sync_logs} besides, once, whether or not
   * the host wants the status.
   *
   * @param status what Odoo has
   * @throws UnsupportedOperationException unless overridden; {@link #wantsStatus()} must be too
   */
  default void apply(InvoiceStatus status) {
    throw new UnsupportedOperationException(
        "an InvoiceSource that wants the status of its invoices must implement apply");
  }

  /**
   * Reads one row of the host's, so that a row that can't be read is one failed record:
   *
   * <pre>{@code
   * rows.map(row -> InvoiceSource.read(key(row), () -> invoice(row)));
   * }</pre>
   *
   * <p>The record fails with what was thrown, in each run until the row is mended. What Odoo has of
   * it is left as it is, records that wait for it are told the reason, and the others go on.
   *
   * @param key the invoice's key
   * @param row makes an invoice of the row
   * @return the invoice; if {@code row} throws, gives {@code null} or one of another key, what
   *     {@link #unreadable} makes of that
   */
  static Invoice read(LocalKey key, Callable<Invoice> row) {
    return UnreadableRow.read(key, row, InvoiceSource::unreadable);
  }

  /**
   * Stands for an invoice that can't be read.
   *
   * @param key its key
   * @param reason why, for people
   * @return an invoice that says so by {@link SourceRecord#unreadableBecause()}
   */
  static Invoice unreadable(LocalKey key, String reason) {
    return Invoice.builder(key, UnreadableRow.NO_CURRENCY)
        .unreadable(Objects.requireNonNull(reason, "reason"))
        .build();
  }

  /**
   * A source over records that are in memory, for trials and small hosts.
   *
   * @param records the invoices, each key once; copied
   * @return the source; each of its passes gives the invoices in the collection's order
   */
  static InvoiceSource of(Collection<Invoice> records) {
    List<Invoice> copy = List.copyOf(records);
    return copy::stream;
  }
}
