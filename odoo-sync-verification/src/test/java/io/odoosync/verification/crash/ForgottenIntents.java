package io.odoosync.verification.crash;

import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Breaks an id store: it does not keep what is about to be created. */
final class ForgottenIntents implements InvocationHandler {

  private final IdStore real;

  private ForgottenIntents(IdStore real) {
    this.real = real;
  }

  static IdStore of(IdStore real) {
    return (IdStore)
        Proxy.newProxyInstance(
            IdStore.class.getClassLoader(),
            new Class<?>[] {IdStore.class},
            new ForgottenIntents(real));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("save") && arguments != null) {
      arguments[0] =
          ((Collection<?>) arguments[0])
              .stream().filter(link -> !((Link) link).isPending()).toList();
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
