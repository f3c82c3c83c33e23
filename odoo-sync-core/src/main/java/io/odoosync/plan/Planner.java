package io.odoosync.plan;

import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about one record.
 *
 * <table>
 * <caption>Decisions</caption>
 * <tr><th>link</th><th>mapping</th><th>decision</th></tr>
 * <tr><td>any</td><td>rejected, blocked</td><td>reject, block</td></tr>
 * <tr><td>none, no id from the host</td><td>mapped</td><td>create</td></tr>
 * <tr><td>none, id from the host</td><td>mapped</td><td>update all fields</td></tr>
 * <tr><td>there</td><td>mapped, as sent</td><td>keep</td></tr>
 * <tr><td>there</td><td>mapped, changed</td><td>update the changed fields</td></tr>
 * </table>
 *
 * <p>A document that is sent once, as invoices are, is kept as soon as there is a link or an id
 * from the host, without looking at its mapping.
 */
public final class Planner {

  private Planner() {}

  /**
   * Decides.
   *
   * @param source the local record
   * @param link what the id store knows; never pending
   * @param sentOnce whether the record is never changed once it is in Odoo
   * @param mapping maps the record if that is needed
   */
  public static Decision decide(
      SourceRecord source, @Nullable Link link, boolean sentOnce, Supplier<Mapping> mapping) {
    Long odooId = link == null ? source.odooId() : link.odooId();
    if (sentOnce && odooId != null) {
      return new Decision.Keep(odooId);
    }
    Mapping result = mapping.get();
    if (result instanceof Mapping.Rejected rejected) {
      return new Decision.Reject(rejected.reason());
    } else if (result instanceof Mapping.Blocked blocked) {
      return new Decision.Block(blocked.reason());
    }
    Mapping.Mapped mapped = (Mapping.Mapped) result;
    return odooId == null
        ? new Decision.Create(mapped)
        : compare(odooId, mapped, link == null ? null : link.base());
  }

  /** Without a base nothing was agreed yet, so everything is sent, empty fields too. */
  private static Decision compare(long odooId, Mapping.Mapped mapped, @Nullable String base) {
    if (base == null) {
      return new Decision.Update(odooId, mapped.fields(), mapped);
    }
    FieldValues changed = Base.parse(base).changed(mapped.fields());
    return changed.isEmpty()
        ? new Decision.Keep(odooId)
        : new Decision.Update(odooId, changed, mapped);
  }
}
