package io.odoosync.internal.field;

import java.lang.reflect.UndeclaredThrowableException;

/**
 * Tells what code of the host's threw that may be reported: exceptions, declared or not, and
 * errors.
 */
public final class HostFault {

  private HostFault() {}

  /**
   * Lets an error of the virtual machine pass, after which nothing can be relied on. A recursion
   * without end is none: its stack is free again once it was thrown.
   *
   * @return what was thrown, to be reported, without the wrapping of a proxy
   */
  public static Throwable reportable(Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
    Throwable cause = thrown.getCause();
    return thrown instanceof UndeclaredThrowableException && cause != null ? cause : thrown;
  }

  /** What was thrown, in words: its message, or its name if it has none. */
  public static String words(Throwable thrown) {
    Throwable reportable = reportable(thrown);
    String message = reportable.getMessage();
    return message == null ? reportable.toString() : message;
  }
}
