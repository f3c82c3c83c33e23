package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.source.InvoiceStatus;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InvoiceBaseTest {

  @Test
  void text_parsedAgain_remembersStepsAndWhatOthersKeep() {
    InvoiceBase base = InvoiceBase.parse("{\"document\":\"abc\",\"later\":[1]}").agreed().posted();
    InvoiceBase again = InvoiceBase.parse(base.text());
    assertThat(again.isAgreed()).isTrue();
    assertThat(again.isPosted()).isTrue();
    assertThat(again.isAttached()).isFalse();
    assertThat(again.isLinked()).isFalse();
    assertThat(again.text()).contains("\"document\":\"abc\"", "\"later\":[1]");
    assertThat(Base.parse(again.text()).document()).hasValue("abc");
  }

  @Test
  void told_sameStatus_isNotNews() {
    InvoiceBase base = InvoiceBase.parse(null).told(status("not_paid", "120.00"));
    InvoiceBase again = InvoiceBase.parse(base.text());
    assertThat(again.wasTold(status("not_paid", "120.0"))).isTrue();
    assertThat(again.wasTold(status("partial", "20"))).isFalse();
    assertThat(again.wasToldSettled()).isFalse();
    assertThat(again.told(status("paid", "0")).wasToldSettled()).isTrue();
  }

  @Test
  void parse_damaged_throws() {
    assertThatThrownBy(() -> InvoiceBase.parse("[")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> InvoiceBase.parse("[]")).isInstanceOf(IllegalStateException.class);
  }

  private static InvoiceStatus status(String payment, String residual) {
    return new InvoiceStatus(
        LocalKey.of("invoice", 1), 7, "posted", "INV/1", null, payment, new BigDecimal(residual));
  }
}
