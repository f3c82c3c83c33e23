package io.odoosync.internal.invoice;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.source.InvoiceStatus.Transmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of an invoice on its way to the customer. Each release and app of Odoo says it
 * in a field of its own; the first that says anything counts, electronic ways before mail and
 * print.
 */
final class Transmissions {

  private static final String IN_BACKGROUND = "sending_data";
  private static final String MAILED = "is_move_sent";

  /** Peppol, from 17 on; since 20 the states of the French platforms (PDP) are among them. */
  private static final Map<String, Transmission> PEPPOL =
      Map.ofEntries(
          Map.entry("ready", Transmission.WAITING),
          Map.entry("to_send", Transmission.WAITING),
          Map.entry("processing", Transmission.SENT),
          Map.entry("submitted", Transmission.SENT),
          Map.entry("made_available", Transmission.SENT),
          Map.entry("done", Transmission.SENT),
          Map.entry("AB", Transmission.SENT),
          Map.entry("AP", Transmission.ACCEPTED),
          Map.entry("PD", Transmission.ACCEPTED),
          Map.entry("RE", Transmission.REFUSED),
          Map.entry("refused", Transmission.REFUSED),
          Map.entry("skipped", Transmission.FAILED),
          Map.entry("error", Transmission.FAILED),
          Map.entry("cancelled", Transmission.CANCELLED));

  /** What is reported to the French tax office of invoices to consumers, from 20 on. */
  private static final Map<String, Transmission> FRENCH_REPORT =
      Map.of(
          "out_of_scope", Transmission.NONE,
          "pending", Transmission.WAITING,
          "ready", Transmission.WAITING,
          "sent", Transmission.SENT,
          "completed", Transmission.ACCEPTED,
          "error", Transmission.FAILED);

  /**
   * The app for electronic invoices of 14 to 16. There {@code sent} says nothing: a French invoice
   * has that state as soon as it is posted, since its file is only put into the PDF (measured on
   * 14).
   */
  private static final Map<String, Transmission> EDI =
      Map.of(
          "to_send", Transmission.WAITING,
          "sent", Transmission.NONE,
          "to_cancel", Transmission.WAITING,
          "cancelled", Transmission.CANCELLED);

  /** A field and what its values mean. */
  private record Way(String field, Map<String, Transmission> meanings) {

    Optional<Seen> in(OdooRecord move) {
      return move.values()
          .get(field)
          .text()
          .map(
              word ->
                  new Seen(meanings.getOrDefault(word, Transmission.UNKNOWN), field + "=" + word))
          .filter(seen -> seen.state() != Transmission.NONE);
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("peppol_move_state", PEPPOL),
          new Way("l10n_fr_pdp_status", FRENCH_REPORT),
          new Way("edi_state", EDI));

  private Transmissions() {}

  /**
   * What became of an invoice.
   *
   * @param source the field that says so with its value; {@code null} if there is none
   */
  record Seen(Transmission state, @Nullable String source) {}

  /** The fields that may say so; a server has some of them. */
  static List<String> fields() {
    List<String> fields = new ArrayList<>(List.of(IN_BACKGROUND, MAILED));
    WAYS.forEach(way -> fields.add(way.field()));
    return fields;
  }

  /** What the fields that were read say. */
  static Seen of(OdooRecord move) {
    return WAYS.stream()
        .flatMap(way -> way.in(move).stream())
        .findFirst()
        .orElseGet(() -> otherwise(move));
  }

  /** What is sent in the background is a list of what to do; an empty one is nothing. */
  private static Seen otherwise(OdooRecord move) {
    if (move.values().get(IN_BACKGROUND).map().filter(todo -> !todo.isEmpty()).isPresent()) {
      return new Seen(Transmission.WAITING, IN_BACKGROUND);
    }
    boolean mailed = move.values().get(MAILED).equals(OdooValue.of(true));
    return mailed ? new Seen(Transmission.SENT, MAILED) : new Seen(Transmission.NONE, null);
  }
}
