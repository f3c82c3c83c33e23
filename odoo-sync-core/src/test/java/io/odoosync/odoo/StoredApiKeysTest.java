package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredApiKeysTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void toString_always_hidesTheKeys() {
    assertThat(new StoredApiKeys(KEY, Instant.EPOCH, "of-yesterday"))
        .hasToString("StoredApiKeys[current=***, end=1970-01-01T00:00:00Z, superseded=***]");
    assertThat(StoredApiKeys.of(KEY).toString()).doesNotContain(KEY).contains("superseded=none");
  }

  @Test
  void constructor_lineFeedOfAFile_isRefusedWithoutTheKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredApiKeys.of(KEY + "\n"))
        .withMessage("current must be a key, without control characters");
  }

  private static OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url("https://erp.example.com")
            .database("prod")
            .apiKey(KEY)
            .build());
  }

  @Test
  void renewApiKey_connectionWithoutStore_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> client().renewApiKey("x", Instant.EPOCH))
        .withMessageContaining("apiKeys");
    ContactSource none = Stream::<Contact>empty;
    SyncEngineBuilder engine =
        SyncEngine.builder(client())
            .namespace("__app__")
            .contacts(none)
            .stores(new InMemoryStores())
            .renewApiKey(Duration.ofDays(14));
    assertThatIllegalArgumentException().isThrownBy(engine::build).withMessageContaining("apiKeys");
  }

  @Test
  void renewApiKey_timeOutOfRange_isRefused() {
    SyncEngineBuilder engine = SyncEngine.builder(client());
    for (int days : new int[] {0, -1, 61}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.renewApiKey(Duration.ofDays(days)))
          .withMessageContaining("60 days");
    }
  }
}
