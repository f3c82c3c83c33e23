package io.odoosync.internal.invoice;

import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about one document, which is sent once and never rewritten. Pure.
 *
 * <table>
 * <caption>Decisions</caption>
 * <tr><th>link, or id from the host</th><th>fingerprint</th><th>mapping</th><th>decision</th></tr>
 * <tr><td>none</td><td></td><td>rejected, blocked, misfit</td><td>reject, block, misfit</td></tr>
 * <tr><td>none</td><td></td><td>mapped</td><td>create</td></tr>
 * <tr><td>there, but the document is gone</td><td></td><td>rejected, blocked, misfit</td>
 *     <td>reject, block, misfit</td></tr>
 * <tr><td>there, but the document is gone</td><td></td><td>mapped</td><td>gone</td></tr>
 * <tr><td>there</td><td>as sent</td><td>not asked for</td><td>keep</td></tr>
 * <tr><td>there</td><td>none remembered</td><td>not asked for</td>
 *     <td>keep, and remember it as sent</td></tr>
 * <tr><td>there</td><td>another</td><td>not asked for</td><td>changed after sent</td></tr>
 * </table>
 */
public final class DocumentPlanner {

  private DocumentPlanner() {}

  /**
   * Decides.
   *
   * @param invoice the local document
   * @param link what the id store knows; never pending
   * @param mapping what the document maps to; {@code null} if Odoo has it
   */
  static Decision decide(Invoice invoice, @Nullable Link link, @Nullable Mapping mapping) {
    Long odooId = Planner.odooId(invoice, link);
    if (mapping != null) {
      return Planner.unmapped(mapping)
          .orElseGet(() -> first(invoice, odooId, (Mapping.Mapped) mapping));
    }
    return again(
        Objects.requireNonNull(odooId),
        Base.parse(link == null ? null : link.base()),
        DocumentFingerprint.of(invoice));
  }

  private static Decision first(Invoice invoice, @Nullable Long odooId, Mapping.Mapped mapped) {
    return odooId == null
        ? new Decision.Create(mapped, intent(invoice))
        : new Decision.Gone(odooId, mapped);
  }

  /** What is remembered before a document is sent. */
  static Base intent(Invoice invoice) {
    return Base.nothing().ofDocument(DocumentFingerprint.of(invoice));
  }

  private static Decision again(long odooId, Base base, String fingerprint) {
    String sent = base.document().orElse(null);
    if (sent == null) {
      return new Decision.Keep(odooId, Set.of(), base.ofDocument(fingerprint));
    } else if (sent.equals(fingerprint)) {
      return new Decision.Keep(odooId, Set.of(), null);
    }
    return new Decision.ChangedAfterSent(
        odooId,
        "the host changed it after it was sent, and the sync never rewrites a document. Undo the"
            + " change, or correct it with a credit note and a new document");
  }
}
