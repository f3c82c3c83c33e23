package io.odoosync.odoo;

/**
 * The host's {@link ApiKeyStore} failed while a key was renewed. The key in use before is still
 * valid. What the store threw is named, but is no cause: it may quote a key that nobody knows yet.
 */
public final class ApiKeyStoreException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ApiKeyStoreException(String message) {
    super(message);
  }
}
