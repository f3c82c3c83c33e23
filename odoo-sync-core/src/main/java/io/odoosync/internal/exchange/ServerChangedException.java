package io.odoosync.internal.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something that a run took for known is not so any more, or may not be. Nothing was written yet:
 * it begins again, and asks for everything.
 */
public final class ServerChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes it.
   *
   * @param what what is otherwise, for a log
   */
  public ServerChangedException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
