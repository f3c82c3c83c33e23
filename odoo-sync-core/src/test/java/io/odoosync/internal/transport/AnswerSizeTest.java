package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswerSizeTest {

  private static final int LIMIT = OdooConnection.MIN_MAX_RESPONSE_BYTES;
  private static final int QUOTES = 2;

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static int answerOf(int bytes) {
    ODOO.onJson2("res.partner", "write", okJson("\"" + "x".repeat(bytes - QUOTES) + "\""));
    OdooConnection small =
        ODOO.connection().transport(OdooConnection.Transport.JSON2).maxResponseBytes(LIMIT).build();
    return OdooClient.connect(small).call(MethodCall.of("res.partner", "write")).asText().length();
  }

  @Test
  void call_answerAsLargeAsAllowed_isRead() {
    assertThat(answerOf(LIMIT)).isEqualTo(LIMIT - QUOTES);
  }

  @Test
  void call_answerOneByteLarger_isNot() {
    assertThatThrownBy(() -> answerOf(LIMIT + 1))
        .isInstanceOf(OdooOutcomeUnknownException.class)
        .hasMessageContaining("1024 bytes that maxResponseBytes allows");
  }
}
