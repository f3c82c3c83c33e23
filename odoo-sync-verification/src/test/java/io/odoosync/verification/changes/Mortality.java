package io.odoosync.verification.changes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets a process die at one of its calls of a store: from then on none of them gets through. */
final class Mortality {

  private int callsLeft = Integer.MAX_VALUE;

  /** It dies at the call after so many more. */
  void dieAfter(int calls) {
    callsLeft = calls;
  }

  boolean isDead() {
    return callsLeft < 0;
  }

  /** The process is started again. */
  void restart() {
    callsLeft = Integer.MAX_VALUE;
  }

  private void call() {
    if (callsLeft < Integer.MAX_VALUE) {
      callsLeft = Math.max(callsLeft - 1, -1);
    }
    requireAlive();
  }

  void requireAlive() {
    if (isDead()) {
      throw new IllegalStateException("the process is dead");
    }
  }

  /** The same store as the process has it. */
  <T> T of(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              call();
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
