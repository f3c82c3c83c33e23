package io.odoosync.internal.field;

/**
 * Tells what code of the host's threw that may be reported: exceptions, declared or not, and errors.
 */
public final class HostFault {

  private HostFault() {}

  /**
   * Lets an error of the virtual machine pass, after which nothing can be relied on. A recursion
   * without end is none: its stack is free again once it was thrown.
   *
   * @return what was thrown, to be reported
   */
  public static Throwable reportable(Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
    return thrown;
  }
}
