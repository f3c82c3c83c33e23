package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

  private static Map<String, OdooValue> sent(Page page) {
    return page.applyTo(MethodCall.of("res.partner", "search")).named();
  }

  @Test
  void applyTo_firstPage_sendsTheLimitAlone() {
    assertThat(sent(Page.first(1))).isEqualTo(Map.of("limit", OdooValue.of(1)));
  }

  @Test
  void applyTo_laterOrderedPage_sendsAllThree() {
    Page page = Page.first(2).orderedBy("id").from(4);
    assertThat(sent(page))
        .isEqualTo(
            Map.of(
                "limit", OdooValue.of(2), "offset", OdooValue.of(4), "order", OdooValue.of("id")));
    assertThat(sent(page.from(0)))
        .isEqualTo(Map.of("limit", OdooValue.of(2), "order", OdooValue.of("id")));
  }

  @Test
  void page_noRecordOrBeforeTheFirst_isRefused() {
    assertThatThrownBy(() -> Page.first(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be at least 1 and offset at least 0, but are 0 and 0");
    Page first = Page.first(1);
    assertThatThrownBy(() -> first.from(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
