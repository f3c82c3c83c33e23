package io.odoosync.internal.intake;

import org.jspecify.annotations.Nullable;

/** A source did not do what it promises; the message says what it did. */
final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What it did, for example {@code threw java.lang.IllegalStateException: no connection}. */
  String words() {
    return String.valueOf(getMessage());
  }
}
