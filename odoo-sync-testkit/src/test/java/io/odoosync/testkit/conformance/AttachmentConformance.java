package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.testkit.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of records, put under external ids. */
interface AttachmentConformance {

  OdooUnderTest odoo();

  /** The field that takes the file in base64. */
  private String content() {
    return odoo().has("ir.attachment", "datas") ? "datas" : "raw";
  }

  private List<String> columns() {
    return List.of("id", "name", "res_model", "res_id", "mimetype", content());
  }

  private static String base64(String content) {
    return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private LoadResult attach(String externalId, long move, String type, String content) {
    List<String> row =
        List.of(externalId, "invoice.pdf", "account.move", String.valueOf(move), type, content);
    return odoo()
        .client()
        .load("ir.attachment", columns(), List.of(row), CreateOnlyConformance.CREATE_ONLY);
  }

  private long attached(String externalId, long move, String content) {
    LoadResult result = attach(externalId, move, "application/pdf", base64(content));
    assertThat(result.messages()).isEmpty();
    return result.ids().get(0);
  }

  private long move() {
    return odoo()
        .create("account.move", Map.of("move_type", "out_invoice", "partner_id", odoo().partner()));
  }

  private String newId() {
    return odoo().externalId("ir.attachment");
  }

  @Test
  default void attachment_loaded_isKeptWithItsChecksum() {
    long move = move();
    long id = attached(newId(), move, "%PDF-1.4 hi");
    OdooRecord file =
        odoo()
            .read(
                "ir.attachment",
                id,
                "name",
                "res_model",
                "res_id",
                "mimetype",
                content(),
                "file_size",
                "checksum",
                "type",
                "public");
    assertThat(file.text("name")).contains("invoice.pdf");
    assertThat(file.text("res_model")).contains("account.move");
    assertThat(file.number("res_id").orElseThrow().longValue()).isEqualTo(move);
    assertThat(file.text("mimetype")).contains("application/pdf");
    assertThat(file.text(content())).contains(base64("%PDF-1.4 hi"));
    assertThat(file.number("file_size").orElseThrow()).isEqualByComparingTo("11");
    assertThat(file.text("checksum")).contains("7653e8c2b9d250f928cc68d0b594ac779df62f03");
    assertThat(file.text("type")).contains("binary");
    assertThat(file.flag("public")).isFalse();
  }

  @Test
  default void attachment_loaded_leavesTheInvoicesWriteDate() {
    long move = move();
    OdooRecord before = odoo().read("account.move", move, "write_date");
    odoo().awaitNextSecond();
    attached(newId(), move, "x");
    assertThat(odoo().read("account.move", move, "write_date")).isEqualTo(before);
  }

  @Test
  default void attachment_sameExternalIdAgain_keepsTheFirstContent() {
    long move = move();
    String externalId = newId();
    long id = attached(externalId, move, "first");
    assertThat(attached(externalId, move, "second")).isEqualTo(id);
    assertThat(odoo().read("ir.attachment", id, content()).text(content()))
        .contains(base64("first"));
  }

  @Test
  default void attachment_ofARecord_isFoundByModelAndId() {
    long move = move();
    long id = attached(newId(), move, "x");
    Domain ofMove =
        Domain.field("res_model")
            .isEqualTo("account.move")
            .and(Domain.field("res_id").isEqualTo(move));
    assertThat(odoo().client().search("ir.attachment", ofMove, Page.first(5).orderedBy("id")))
        .containsExactly(id);
  }

  @Test
  default void attachment_typeLeftOut_isGuessedFromTheName() {
    LoadResult result = attach(newId(), move(), "", base64("x"));
    assertThat(result.messages()).isEmpty();
    assertThat(odoo().read("ir.attachment", result.ids().get(0), "mimetype").text("mimetype"))
        .contains("application/pdf");
  }

  /** 19 takes a missing record for one that may not be seen. */
  @Test
  default void attachment_toAMissingRecord_isRefusedFromNineteenOn() {
    LoadResult result = attach(newId(), 99_999_999, "application/pdf", base64("x"));
    assertThat(result.ids().isEmpty()).isEqualTo(odoo().has(Fact.ATTACHMENTS_NEED_RECORD));
    assertThat(result.errors().isEmpty()).isEqualTo(!odoo().has(Fact.ATTACHMENTS_NEED_RECORD));
  }

  /** 14 keeps an empty file. */
  @Test
  default void attachment_contentNotBase64_isRefusedOrEmpty() {
    LoadResult result = attach(newId(), move(), "application/pdf", "not base64!");
    assertThat(result.ids().isEmpty()).isEqualTo(odoo().has(Fact.BASE64_CHECKED));
  }

  /** Where the field is gone, what is sent in it is gone, too: nothing is said. */
  @Test
  default void create_contentInTheFieldThatIsGone_makesAnEmptyFile() {
    assumeTrue(odoo().has(Fact.DATAS_IGNORED), "datas is a field");
    Map<String, Object> values =
        Map.of("name", "a.pdf", "res_model", "account.move", "res_id", move(), "datas", "JVBE");
    long id = odoo().create("ir.attachment", values);
    OdooRecord file = odoo().read("ir.attachment", id, "raw", "file_size", "checksum");
    assertThat(file.text("raw")).isEmpty();
    assertThat(file.number("file_size").orElseThrow()).isEqualByComparingTo("0");
    assertThat(file.text("checksum")).isEmpty();
  }

  @Test
  default void attachment_byAUserWithoutInvoices_isRefused() {
    List<String> row =
        List.of(newId(), "x.pdf", "account.move", String.valueOf(move()), "", base64("x"));
    LoadResult result =
        odoo()
            .plain()
            .load("ir.attachment", columns(), List.of(row), CreateOnlyConformance.CREATE_ONLY);
    assertThat(result.ids()).isEmpty();
    assertThat(result.errors()).hasSize(1);
  }

  @Test
  default void attachment_ofADeletedInvoice_isGone() {
    long move = move();
    long id = attached(newId(), move, "x");
    odoo().client().unlink("account.move", List.of(move));
    assertThat(odoo().client().read("ir.attachment", List.of(id), List.of("name"))).isEmpty();
  }
}
