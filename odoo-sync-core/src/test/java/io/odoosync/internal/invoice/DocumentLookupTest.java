package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceSource;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentLookupTest {

  private static final InvoiceDocument KEPT = document("kept.pdf", 1);
  private static final InvoiceDocument AGAIN = document("again.pdf", 2);
  private static final InvoiceDocument REPLACED = document("replaced.pdf", 4);

  private final List<Collection<LocalKey>> asked = new ArrayList<>();
  private final DocumentLookup lookup = new DocumentLookup(new Source());

  private static InvoiceDocument document(String name, long size) {
    return new InvoiceDocument(name, size, InputStream::nullInputStream);
  }

  private static LocalKey key(int number) {
    return LocalKey.of("invoice", number);
  }

  private static Invoice invoice(int number, InvoiceDocument document) {
    return Invoice.builder(key(number), "EUR").document(document).build();
  }

  private static InvoiceProgress progress(int number, InvoiceDocument document) {
    return new InvoiceProgress(invoice(number, document), InvoiceBase.parse(null), null);
  }

  private final class Source implements InvoiceSource {
    @Override
    public Stream<Invoice> invoices() {
      return Stream.of(invoice(1, KEPT), invoice(2, AGAIN), invoice(3, REPLACED));
    }

    @Override
    public Collection<Invoice> find(Collection<LocalKey> keys) {
      asked.add(List.copyOf(keys));
      return InvoiceSource.super.find(keys);
    }
  }

  @Test
  void find_kept_asksNobody() {
    assertThat(lookup.find(List.of(progress(1, KEPT))))
        .hasEntrySatisfying(key(1), kept -> assertThat(kept.content()).isSameAs(KEPT.content()));
    assertThat(asked).isEmpty();
  }

  @Test
  void find_notKept_asksOnceForAll() {
    Map<LocalKey, InvoiceDocument> found =
        lookup.find(
            List.of(
                progress(1, KEPT),
                progress(2, DocumentLookup.notKept("again.pdf", 2)),
                progress(3, DocumentLookup.notKept("replaced.pdf", 3)),
                progress(4, DocumentLookup.notKept("gone.pdf", 5))));

    assertThat(asked).containsExactly(List.of(key(2), key(3), key(4)));
    assertThat(found).containsOnlyKeys(key(1), key(2));
    assertThat(found)
        .hasEntrySatisfying(key(2), again -> assertThat(again.content()).isSameAs(AGAIN.content()));
  }
}
