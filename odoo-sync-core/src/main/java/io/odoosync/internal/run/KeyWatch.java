package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.internal.exchange.ApiKeys;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.ApiKeyExpiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows when an engine's API key ends, and asks Odoo again once a day: runs may come each minute.
 * Runs follow each other, so it is used by one thread at a time.
 */
final class KeyWatch {

  private static final Duration ASKED_AFTER = Duration.ofDays(1);

  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(Instant asked, Optional<ApiKeyExpiry> first) {}

  /**
   * What a run says of the key.
   *
   * @param expiry when it ends; {@code null} if that is not known
   * @param warning what is to be done about it; {@code null} for nothing
   */
  record KeyState(@Nullable ApiKeyExpiry expiry, @Nullable Failure warning) {

    static final KeyState UNKNOWN = new KeyState(null, null);
  }

  KeyWatch(Settings settings) {
    this.clock = settings.clock();
  }

  /** How the key is. */
  KeyState look(OdooClient client) {
    Instant now = clock.instant();
    return first(client, now).map(key -> state(key, now)).orElse(KeyState.UNKNOWN);
  }

  private static KeyState state(ApiKeyExpiry key, Instant now) {
    ApiKeyExpiry left = ApiKeyExpiry.at(key.end(), now, key.keys());
    return new KeyState(left, ApiKeys.warning(left, now).orElse(null));
  }

  private Optional<ApiKeyExpiry> first(OdooClient client, Instant now) {
    Known last = known;
    if (last == null || now.isAfter(last.asked.plus(ASKED_AFTER))) {
      last = new Known(now, ApiKeys.nextToExpire(client, now));
      known = last;
    }
    return last.first;
  }
}
