package io.odoosync.internal.invoice;

import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about one document, which is sent once and never rewritten. Pure.
 *
 * <table>
 * <caption>Decisions</caption>
 * <tr><th>link, or id from the host</th><th>fingerprint</th><th>mapping</th><th>decision</th></tr>
 * <tr><td>none</td><td></td><td>rejected, blocked, misfit</td><td>reject, block, misfit</td></tr>
 * <tr><td>none</td><td></td><td>mapped</td><td>create</td></tr>
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
   * @param mapping maps the document if that is needed
   */
  public static Decision decide(Invoice invoice, @Nullable Link link, Supplier<Mapping> mapping) {
    String fingerprint = DocumentFingerprint.of(invoice);
    Long odooId = Planner.odooId(invoice, link);
    return odooId == null
        ? first(mapping.get(), fingerprint)
        : again(odooId, Base.parse(link == null ? null : link.base()), fingerprint);
  }

  private static Decision first(Mapping mapping, String fingerprint) {
    return Planner.unmapped(mapping)
        .orElseGet(
            () ->
                new Decision.Create(
                    (Mapping.Mapped) mapping, Base.nothing().ofDocument(fingerprint)));
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
