package io.odoosync.internal.state;

import io.odoosync.Failure;
import org.jspecify.annotations.Nullable;

/** Ends a stage; the other stages still run. */
public final class StageFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public StageFailedException(Failure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
