package io.odoosync.verification.workflow;

import io.odoosync.store.IdStore;
import io.odoosync.store.StateStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store that can't be reached the first time that it is asked for something. */
final class FailingOnce {

  private boolean failed;

  private FailingOnce() {}

  static IdStore idStore(IdStore store, String method) {
    return new FailingOnce().over(IdStore.class, store, method);
  }

  static StateStore stateStore(StateStore store, String method) {
    return new FailingOnce().over(StateStore.class, store, method);
  }

  private <S> S over(Class<S> port, S store, String method) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method) && !failed) {
                failed = true;
                throw new IllegalStateException("no connection");
              }
              return invoke(store, called, arguments);
            }));
  }

  private static Object invoke(Object store, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
