package io.odoosync;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.AdminNotifier;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryIdStore;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncEngineBuilderTest {

  private final SyncEngine.Builder builder =
      SyncEngine.builder(
          OdooClient.connect(
              OdooConnection.builder()
                  .url("http://127.0.0.1:1")
                  .database("d")
                  .apiKey("k")
                  .build()));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "base", "__", "____", "__a__b__", "__A__", "__é__", "__import__x", "_a_"})
  void namespace_ofAnotherForm_isRefused(String namespace) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.namespace(namespace))
        .withMessageContaining("namespace must look like __odoo_sync__");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void batchSize_outOfRange_isRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.batchSize(EntityType.CONTACT, size))
        .withMessage("size of a batch must be 1 to 1000, but is " + size);
  }

  @Test
  void build_nothingToSync_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.idStore(new InMemoryIdStore()).build())
        .withMessage("contacts, travels or invoices must be set");
  }

  @Test
  void build_noIdStore_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.contacts(new NoContacts()).build())
        .withMessage("idStore must be set");
  }

  @Test
  void run_kindWithoutSource_isRefused() {
    SyncEngine engine = builder.contacts(new NoContacts()).idStore(new InMemoryIdStore()).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.run(EntityType.CONTACT, EntityType.INVOICE))
        .withMessage("there is no source for INVOICE");
  }

  @Test
  void webhook_plainHttpElsewhere_isRefusedWithoutShowingTheAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdminNotifier.webhook(URI.create("http://example.com/?token=s3cret")))
        .withMessageContaining("https")
        .withMessageNotContaining("s3cret");
  }

  private static final class NoContacts implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      return Stream.empty();
    }
  }
}
