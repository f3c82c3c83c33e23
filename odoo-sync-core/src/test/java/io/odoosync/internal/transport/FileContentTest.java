package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.odoosync.odoo.FileContent;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FileContentTest {

  private static final String PATH = "/json/2/ir.attachment/load";

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 12_287, 12_288, 12_289, 100_000})
  void attach_file_arrivesWholeWithItsLength(int size) throws IOException {
    byte[] file = new byte[size];
    new Random(size).nextBytes(file);
    ODOO.on(post(PATH), okJson("{\"ids\":[7],\"messages\":[]}"));

    LoadResult result = attach(new FileContent(size, () -> new ByteArrayInputStream(file)));

    assertThat(result.ids()).containsExactly(7L);
    LoggedRequest request = ODOO.requests(PATH).get(0);
    assertThat(request.getHeader("Content-Length"))
        .isEqualTo(Integer.toString(request.getBody().length));
    assertThat(request.getHeader("Transfer-Encoding")).isNull();
    String datas = OdooJson.parse(request.getBody()).get("data").get(0).get(5).asText();
    assertThat(Base64.getDecoder().decode(datas)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 11, 12_288, 40_000})
  void attach_fileOfAnotherSize_isRefusedAndNotSent(int size) {
    ODOO.on(post(PATH), okJson("{\"ids\":[7],\"messages\":[]}"));
    FileContent content = new FileContent(10, () -> new ByteArrayInputStream(new byte[size]));
    assertThatThrownBy(() -> attach(content))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("10 were announced");
  }

  @Test
  void attach_fileCantBeOpened_saysWhy() {
    FileContent content =
        new FileContent(
            10,
            () -> {
              throw new IOException("no such file");
            });
    assertThatThrownBy(() -> attach(content))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("no such file");
  }

  /** Where both are there, {@code raw} would store the base64 text as it is. */
  @ParameterizedTest
  @CsvSource({"'{\"datas\":{\"type\":\"binary\"},\"raw\":{\"type\":\"binary\"}}', datas", "'{\"raw\":{\"type\":\"binary\"}}', raw"})
  void attach_withoutAField_takesTheOneThatTheServerHas(String fields, String field)
      throws IOException {
    ODOO.on(post("/json/2/ir.attachment/fields_get"), okJson(fields));
    ODOO.on(post(PATH), okJson("{\"ids\":[7],\"messages\":[]}"));
    FileContent content = new FileContent(3, () -> new ByteArrayInputStream(new byte[3]));

    ODOO.json2().attach("__x__.a", "account.move", 3, "a.pdf", "application/pdf", content);

    OdooValue sent = OdooJson.parse(ODOO.requests(PATH).get(0).getBody());
    assertThat(sent.get("fields").get(5).asText()).isEqualTo(field);
    assertThat(sent.get("data").get(0).get(5).asText()).isEqualTo("AAAA");
  }

  @Test
  void attach_serverWithoutFieldForFiles_isRefusedAndNothingIsSent() {
    ODOO.on(post("/json/2/ir.attachment/fields_get"), okJson("{}"));
    FileContent content = new FileContent(3, () -> new ByteArrayInputStream(new byte[3]));
    assertThatThrownBy(
            () -> ODOO.json2().attach("__x__.a", "account.move", 3, "a.pdf", "a/b", content))
        .isInstanceOf(OdooRequestException.class)
        .hasMessageContaining("datas, raw");
    assertThat(ODOO.requests(PATH)).isEmpty();
  }

  private static LoadResult attach(FileContent content) {
    return ODOO.json2()
        .attach("__x__.a", "account.move", 3, "a.pdf", "application/pdf", content, "datas");
  }
}
