package io.odoosync.internal.contact;

import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Odoo 19 writes a partner when an invoice of theirs is posted or paid: it counts them. A document
 * that was posted then is never written earlier than that, so one that was last written before the
 * partner was has not moved the partner's time.
 */
final class InvoicedPartners {

  private static final String MODEL = "account.move";
  private static final List<String> PARTNERS = List.of("partner_id", "commercial_partner_id");
  private static final String POSTED = "posted_before";
  private static final String WRITTEN = "write_date";

  private final OdooClient client;

  InvoicedPartners(OdooClient client) {
    this.client = client;
  }

  /** What may have moved the times of these partners, in one call however many they are. */
  Map<Long, String> sideEffects(Map<Long, Instant> written) {
    try {
      return client.fieldsGet(MODEL, List.of(POSTED)).isEmpty() ? Map.of() : documents(written);
    } catch (OdooPermissionException e) {
      Map<Long, String> unknown = new HashMap<>();
      written.keySet().forEach(id -> unknown.put(id, "invoices that may have moved it are hidden"));
      return unknown;
    } catch (OdooRequestException e) {
      // No accounting is installed, so nothing is posted.
      return Map.of();
    }
  }

  private Map<Long, String> documents(Map<Long, Instant> written) {
    Set<Long> ids = written.keySet();
    Domain since =
        Domain.field(POSTED)
            .isEqualTo(true)
            .and(Domain.field(WRITTEN).isAtLeast(Collections.min(written.values())))
            .and(
                Domain.field(PARTNERS.get(0))
                    .isIn(ids)
                    .or(Domain.field(PARTNERS.get(1)).isIn(ids)));
    Map<Long, String> words = new HashMap<>();
    List<String> fields = List.of(PARTNERS.get(0), PARTNERS.get(1), WRITTEN);
    for (OdooRecord document : AllRecords.read(client, MODEL, since, fields)) {
      PARTNERS.forEach(
          field -> document.reference(field).ifPresent(id -> note(id, document, written, words)));
    }
    return words;
  }

  private static void note(
      long partner, OdooRecord document, Map<Long, Instant> written, Map<Long, String> words) {
    Instant partnerWritten = written.get(partner);
    if (partnerWritten != null
        && document.instant(WRITTEN).filter(at -> !at.isBefore(partnerWritten)).isPresent()) {
      words.putIfAbsent(
          partner, MODEL + " " + document.id() + " may have moved it when it was posted or paid");
    }
  }
}
