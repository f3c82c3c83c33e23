package io.odoosync.internal;

import org.jspecify.annotations.Nullable;

/** Ends a stage; the other stages still run. */
final class StageFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StageFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
