package io.odoosync.testkit.contract;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Also proves the {@code find} that a source has unless it overrides it. */
class InMemorySourcesTest {

  @Nested
  class Contacts extends ContactSourceContract {
    @Override
    protected ContactSource source() {
      return ContactSource.of(three(key -> Contact.builder(key).extra("x_b", 1).build()));
    }
  }

  @Nested
  class Travels extends TravelSourceContract {
    @Override
    protected TravelSource source() {
      return TravelSource.of(three(key -> Travel.builder(key).build()));
    }
  }

  @Nested
  class Invoices extends InvoiceSourceContract {
    @Override
    protected InvoiceSource source() {
      return InvoiceSource.of(three(key -> invoice(key, InputStream::nullInputStream)));
    }
  }

  private static Invoice invoice(LocalKey key, InvoiceDocument.Content content) {
    InvoiceDocument document = new InvoiceDocument("a.pdf", 7, content);
    return Invoice.builder(key, "EUR").document(document).build();
  }

  private static <T> List<T> three(Function<LocalKey, T> maker) {
    return Stream.of("1", "2", "3").map(id -> LocalKey.of("kind", id)).map(maker).toList();
  }
}
