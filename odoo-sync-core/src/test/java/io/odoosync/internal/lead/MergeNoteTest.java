package io.odoosync.internal.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.CountedText;
import io.odoosync.internal.lead.MergeNote.Merged;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeNoteTest {

  private static MergeNote note(@Nullable String subject, String body) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", 1);
    values.put("res_id", 7);
    values.put("subject", subject == null ? false : subject);
    values.put("body", body);
    return MergeNote.of(new OdooRecord(OdooValue.of(values)));
  }

  @Test
  void of_noteOfOdoo19_namesAndQuotesEachLead() {
    MergeNote note =
        note(
            null,
            """
            <div class="crm_lead_merge_summary">
              <div>
                <span>Piste fusionnée</span>
                <span class="fw-bold">Oslo &amp; "27"</span>
                <span>dans celle-ci.</span>
              </div>
              <blockquote><div>Notes: <span><p>two classes</p></span></div>
              <div class="mt-3">added as followers of <span class="fw-bold">Oslo</span>.</div>
              </blockquote>
              <div>
                <span>Piste fusionnée</span>
                <span class="fw-bold">Rome</span>
                <span>dans celle-ci.</span>
              </div>
            </div>""");

    assertThat(note.lead()).isEqualTo(7);
    assertThat(note.merged()).extracting(Merged::name).containsExactly("oslo27", "rome");
    assertThat(note.merged().get(0).content()).contains("twoclasses");
    assertThat(note.merged().get(1).content()).doesNotContain("twoclasses");
  }

  @Test
  void of_noteOfOdoo14_namesAndQuotesEachLead() {
    MergeNote note =
        note(
            "Pistes fusionnées: Oslo, Rome <3>",
            "<p>Piste fusionnée : Oslo\n<br>Notes: two : classes<br>Zip: <br><br>\n\n"
                + "Piste fusionnée : Rome \n<br>Notes: three<br><br></p>");

    assertThat(note.merged()).extracting(Merged::name).contains("oslo", "rome", "rome3");
    assertThat(note.merged().get(0).content()).contains("twoclasses").doesNotContain("three");
  }

  @Test
  void of_otherMessage_namesNone() {
    assertThat(note("Offer: Rome, Oslo", "<p>Dear Ada : yes</p>").merged()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.odoosync.internal.NastyTexts#ofThousands")
  void patterns_inNastyTexts_takeAFewLooksAtEachCharacter(String name, String text) {
    CountedText.find(MergeNote.MARKED_NAME, text);
    CountedText.find(MergeNote.PLAIN_NAME, text);
  }
}
