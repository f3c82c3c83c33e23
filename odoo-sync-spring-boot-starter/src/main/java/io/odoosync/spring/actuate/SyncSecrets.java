package io.odoosync.spring.actuate;

import io.odoosync.spring.OdooSyncProperties;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Keeps the key and the other secrets out of {@code env} and {@code configprops}, also where the
 * application shows values there, and whatever property it took them from.
 */
final class SyncSecrets implements SanitizingFunction {

  private static final List<String> NAMES =
      List.of("odoosyncapikey", "odoosyncwebhooksecret", "odoosyncnotifyurl");

  private static final int LONG = 8;

  private final List<String> secrets;

  SyncSecrets(OdooSyncProperties properties) {
    this.secrets =
        Stream.of(properties.apiKey(), properties.webhook().secret(), properties.notifyUrl())
            .filter(Objects::nonNull)
            .filter(secret -> !secret.isBlank())
            .toList();
  }

  @Override
  public SanitizableData apply(SanitizableData data) {
    return isSecret(data) ? data.withSanitizedValue() : data;
  }

  private boolean isSecret(SanitizableData data) {
    String name = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    Object value = data.getValue();
    return NAMES.stream().anyMatch(name::endsWith)
        || (value != null && secrets.stream().anyMatch(secret -> shows(value.toString(), secret)));
  }

  /** A short one, such as a password of a server for trials, may be a part of any word. */
  private static boolean shows(String value, String secret) {
    return secret.length() < LONG ? value.equals(secret) : value.contains(secret);
  }
}
