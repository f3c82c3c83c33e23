package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.spring.school.SchoolApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody reads who forgot a property. */
@ExtendWith(OutputCaptureExtension.class)
class StartupMessageTest {

  @Test
  void start_withoutUrlAndKey_saysInTwoSentencesWhatToSet(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(SchoolApplication.class)
                    .web(WebApplicationType.NONE)
                    .properties("odoo.sync.database=prod")
                    .run()
                    .close())
        .isInstanceOf(Exception.class);

    assertThat(output.getAll())
        .contains("APPLICATION FAILED TO START")
        .contains("The properties odoo.sync.url, odoo.sync.api-key are not set.")
        .contains("Set them in the application's configuration");
  }
}
