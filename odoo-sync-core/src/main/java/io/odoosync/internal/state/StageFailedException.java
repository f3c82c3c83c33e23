package io.odoosync.internal.state;

import org.jspecify.annotations.Nullable;

/** Ends a stage; the other stages still run. */
public final class StageFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StageFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
