package io.odoosync.internal.contact;

import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.stage.OpenKind.Times;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From Odoo 19 on a partner is written when an invoice of theirs is posted or paid: it counts them,
 * in a transaction of its own that begins when the other has ended. No field tells whether a
 * release does; where it does not, more is left to people than need be. So a document may have
 * moved the partner's time if it was last written then, later, or a little before: a second, or as
 * long as a request may take if its posting began after the host's change.
 */
final class InvoicedPartners {

  private static final String MODEL = "account.move";
  private static final List<String> PARTNERS = List.of("partner_id", "commercial_partner_id");
  private static final String POSTED = "posted_before";
  private static final String WRITTEN = "write_date";

  private static final Duration USUAL_REQUEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);

  private final OdooClient client;

  InvoicedPartners(OdooClient client) {
    this.client = client;
  }

  /** What may have moved the times of these partners, in one call however many they are. */
  Map<Long, String> sideEffects(Map<Long, Times> times) {
    try {
      return client.fieldsGet(MODEL, List.of(POSTED)).isEmpty() ? Map.of() : documents(times);
    } catch (OdooPermissionException e) {
      Map<Long, String> unknown = new HashMap<>();
      times.keySet().forEach(id -> unknown.put(id, "invoices that may have moved it are hidden"));
      return unknown;
    } catch (OdooRequestException e) {
      if (e.isForSize()) {
        throw e;
      }
      // No accounting is installed, so nothing is posted.
      return Map.of();
    }
  }

  private Map<Long, String> documents(Map<Long, Times> times) {
    Set<Long> ids = times.keySet();
    Domain since =
        Domain.field(POSTED)
            .isEqualTo(true)
            .and(Domain.field(WRITTEN).isAtLeast(earliest(times)))
            .and(
                Domain.field(PARTNERS.get(0))
                    .isIn(ids)
                    .or(Domain.field(PARTNERS.get(1)).isIn(ids)));
    Map<Long, String> words = new HashMap<>();
    List<String> fields = List.of(PARTNERS.get(0), PARTNERS.get(1), WRITTEN);
    for (OdooRecord document : AllRecords.read(client, MODEL, since, fields)) {
      PARTNERS.forEach(
          field -> document.reference(field).ifPresent(id -> note(id, document, times, words)));
    }
    return words;
  }

  private static Instant earliest(Map<Long, Times> times) {
    return times.values().stream()
        .map(Times::odoo)
        .min(Comparator.naturalOrder())
        .orElseThrow()
        .minus(LONGEST_REQUEST);
  }

  private static void note(
      long partner, OdooRecord document, Map<Long, Times> times, Map<Long, String> words) {
    Times known = times.get(partner);
    if (known != null
        && document.instant(WRITTEN).filter(at -> mayHaveMoved(at, known)).isPresent()) {
      words.putIfAbsent(
          partner, MODEL + " " + document.id() + " may have moved it when it was posted or paid");
    }
  }

  private static boolean mayHaveMoved(Instant documentWritten, Times partner) {
    Duration before = documentWritten.isBefore(partner.host()) ? USUAL_REQUEST : LONGEST_REQUEST;
    return !documentWritten.isBefore(partner.odoo().minus(before));
  }
}
