package io.odoosync.odoo;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ApiKeyStore} holds. Two of them are equal if they hold the same; the keys never
 * show in {@link #toString()}.
 *
 * @param current the key to use
 * @param end when it ends, or {@code null} if that is not known
 * @param superseded the key that it took the place of and that is not revoked yet, or {@code null}
 */
public record StoredApiKeys(String current, @Nullable Instant end, @Nullable String superseded) {

  /** Checks that there is a key, without a line feed from the file that it was in. */
  public StoredApiKeys {
    Objects.requireNonNull(current, "current");
    if (current.isBlank() || current.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("current must be a key, without control characters");
    }
  }

  /**
   * For a key of which nothing else is known, such as one that an administrator put there.
   *
   * @param current the key to use
   * @return the key alone
   */
  public static StoredApiKeys of(String current) {
    return new StoredApiKeys(current, null, null);
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "StoredApiKeys[current=***, end="
        + end
        + ", superseded="
        + (superseded == null ? "none" : "***")
        + "]";
  }
}
