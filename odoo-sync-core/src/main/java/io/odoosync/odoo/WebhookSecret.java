package io.odoosync.odoo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret by which a host knows that a call of its webhook's address comes from its Odoo. Odoo
 * can't sign what it posts, so the secret is a part of the address, of its path or of its query:
 * {@code https://app.example.com/odoo/changed/<secret>}. Odoo prints that address to its log and
 * shows it to its administrators; take one that opens nothing else, and https.
 *
 * <p>The secret itself is not kept, only its digest. Safe for use by several threads.
 */
public final class WebhookSecret {

  /** The shortest secret: {@value} characters. */
  public static final int MIN_LENGTH = 16;

  /** What stands in an address as it is. */
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]*");

  private final byte[] digest;

  private WebhookSecret(byte[] digest) {
    this.digest = digest;
  }

  /**
   * Takes the secret that the address in Odoo holds.
   *
   * @param secret at least {@value #MIN_LENGTH} letters, digits, hyphens, dots, underscores or
   *     tildes, by chance, such as {@code openssl rand -hex 24} gives
   * @return what tells it from other texts
   * @throws IllegalArgumentException if it is {@code null}, too short, or has other characters; the
   *     message does not show it
   */
  public static WebhookSecret of(String secret) {
    if (secret == null || secret.length() < MIN_LENGTH || !UNRESERVED.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "secret of a webhook must have at least "
              + MIN_LENGTH
              + " characters: letters, digits, hyphens, dots, underscores or tildes");
    }
    return new WebhookSecret(digest(secret));
  }

  /**
   * Finds out whether a call may be believed. How long that takes does not depend on where the two
   * differ.
   *
   * @param given what the call has in the secret's place, decoded; {@code null} if it has nothing
   * @return whether it is the secret, character by character
   */
  public boolean matches(@Nullable String given) {
    return MessageDigest.isEqual(digest, digest(given == null ? "" : given));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "WebhookSecret[***]";
  }
}
