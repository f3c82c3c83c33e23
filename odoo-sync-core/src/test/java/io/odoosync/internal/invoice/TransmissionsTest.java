package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.source.InvoiceStatus.Transmission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransmissionsTest {

  private static Transmissions.Seen seen(Map<String, ?> fields) {
    Map<String, Object> values = new HashMap<>(Map.of("id", 7));
    values.putAll(fields);
    return Transmissions.of(new OdooRecord(OdooValue.of(values)));
  }

  @ParameterizedTest
  @CsvSource({
    "peppol_move_state, ready, WAITING",
    "peppol_move_state, processing, SENT",
    "peppol_move_state, done, SENT",
    "peppol_move_state, skipped, FAILED",
    "peppol_move_state, AP, ACCEPTED",
    "peppol_move_state, RE, REFUSED",
    "peppol_move_state, refused, REFUSED",
    "peppol_move_state, cancelled, CANCELLED",
    "peppol_move_state, teleported, UNKNOWN",
    "l10n_fr_pdp_status, completed, ACCEPTED",
    "l10n_fr_pdp_status, error, FAILED",
    "edi_state, to_send, WAITING",
    "edi_state, cancelled, CANCELLED"
  })
  void of_wordOfAField_isItsMeaning(String field, String word, Transmission meaning) {
    assertThat(seen(Map.of(field, word, "is_move_sent", false)))
        .isEqualTo(new Transmissions.Seen(meaning, field + "=" + word));
  }

  @Test
  void of_serverWithoutFields_saysNothing() {
    assertThat(seen(Map.of())).isEqualTo(new Transmissions.Seen(Transmission.NONE, null));
    assertThat(seen(Map.of("peppol_move_state", false, "is_move_sent", false)).state())
        .isEqualTo(Transmission.NONE);
  }

  /** Odoo 14 says so of an invoice that nobody has sent. */
  @Test
  void of_electronicFileThatIsOnlyMade_isNothing() {
    assertThat(seen(Map.of("edi_state", "sent", "is_move_sent", false)).state())
        .isEqualTo(Transmission.NONE);
    assertThat(seen(Map.of("edi_state", "sent", "is_move_sent", true)).state())
        .isEqualTo(Transmission.SENT);
  }

  @Test
  void of_severalFields_theElectronicWayCounts() {
    assertThat(seen(Map.of("peppol_move_state", "error", "is_move_sent", true)).state())
        .isEqualTo(Transmission.FAILED);
    assertThat(seen(Map.of("l10n_fr_pdp_status", "out_of_scope", "is_move_sent", true)).source())
        .isEqualTo("is_move_sent");
  }

  @Test
  void of_queuedInTheBackground_isWaiting() {
    assertThat(seen(Map.of("sending_data", Map.of("author_id", 2), "is_move_sent", false)))
        .isEqualTo(new Transmissions.Seen(Transmission.WAITING, "sending_data"));
    assertThat(seen(Map.of("sending_data", false, "x", List.of())).state())
        .isEqualTo(Transmission.NONE);
  }
}
