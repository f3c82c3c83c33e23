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
  }

  /** What was told before the sync looked at it is no news, as long as nothing was sent. */
  @Test
  void wasTold_whatBecameOfItOnItsWay_isNews() {
    InvoiceStatus before = status("not_paid", "120.00");
    InvoiceBase base = InvoiceBase.parse(null).told(before);
    InvoiceStatus sent =
        before.toBuilder()
            .transmission(InvoiceStatus.Transmission.SENT)
            .transmissionSource("is_move_sent")
            .build();
    assertThat(base.wasTold(before)).isTrue();
    assertThat(base.wasTold(sent)).isFalse();
    assertThat(InvoiceBase.parse(base.told(sent).text()).wasTold(sent)).isTrue();
    assertThat(base.told(sent).wasTold(before)).isFalse();
  }

  /** Stored in the links of hosts: if this changes, each host is told of all its invoices again. */
  @Test
  void told_knownStatus_isStoredAsEver() {
    String stored =
        "{\"told\":{\"state\":\"posted\",\"number\":\"INV/1\",\"date\":null,"
            + "\"paymentState\":\"not_paid\",\"residual\":\"120\",\"settled\":false}}";
    InvoiceStatus status = status("not_paid", "120.00");
    assertThat(InvoiceBase.parse(null).told(status).text()).isEqualTo(stored);
    assertThat(InvoiceBase.parse(stored).wasTold(status)).isTrue();
  }

  @Test
  void wasTold_statesThatThisVersionDoesNotKnow_areToldApart() {
    InvoiceBase base = InvoiceBase.parse(null).told(status("pawned", "120"));
    assertThat(base.wasTold(status("pawned", "120"))).isTrue();
    assertThat(base.wasTold(status("gifted", "120"))).isFalse();
  }

  @Test
  void parse_damaged_throws() {
    assertThatThrownBy(() -> InvoiceBase.parse("[")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> InvoiceBase.parse("[]")).isInstanceOf(IllegalStateException.class);
  }

  private static InvoiceStatus status(String payment, String residual) {
    return InvoiceStatus.builder(LocalKey.of("invoice", 1), 7)
        .stateInOdoo("posted")
        .number("INV/1")
        .paymentStateInOdoo(payment)
        .residual(new BigDecimal(residual))
        .build();
  }
}
