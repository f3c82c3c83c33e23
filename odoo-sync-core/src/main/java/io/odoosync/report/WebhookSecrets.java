package io.odoosync.report;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a webhook's address that let whoever knows them post to it. */
final class WebhookSecrets {

  private static final int SHORTEST = 6;
  private static final int LONGEST_WORD = 15;

  /** Ends of paths that are words of the trade. */
  private static final Set<String> WORDS = Set.of("webhook", "webhooks", "notify", "incoming");

  private final Set<String> secrets = new LinkedHashSet<>();

  private WebhookSecrets() {}

  static Set<String> of(URI address) {
    WebhookSecrets parts = new WebhookSecrets();
    parts.add(address.toString());
    parts.addValues(address.getRawUserInfo(), ":", ":");
    parts.addValues(address.getUserInfo(), ":", ":");
    parts.addValues(address.getRawQuery(), "&", "=");
    parts.addValues(address.getQuery(), "&", "=");
    parts.addValues(address.getFragment(), "&", "=");
    parts.addPath(address.getRawPath());
    parts.addPath(address.getPath());
    return parts.secrets;
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
    }
  }

  private void addValues(@Nullable String text, String between, String assigning) {
    if (text != null) {
      add(text);
      for (String part : text.split(between, -1)) {
        add(part.substring(part.indexOf(assigning) + 1));
      }
    }
  }

  private void addPath(@Nullable String path) {
    String[] segments = path == null ? new String[0] : path.split("/");
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (last ? !WORDS.contains(segments[i]) : isToken(segments[i])) {
        add(segments[i]);
      }
    }
  }

  /** Unlike a word, which is better not hidden in all messages. */
  private static boolean isToken(String segment) {
    return segment.length() > LONGEST_WORD
        || segment.chars().anyMatch(c -> Character.isDigit(c) || Character.isUpperCase(c));
  }
}
