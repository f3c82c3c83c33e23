package io.odoosync.verification.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store as a process sees it: each call has a boundary before and one after it, and none takes
 * effect once the life is over. Methods that a port gains are covered by themselves, as far as the
 * store does anything in them.
 */
final class MortalPort implements InvocationHandler {

  private final String name;
  private final Object real;
  private final Life life;

  private MortalPort(String name, Object real, Life life) {
    this.name = name;
    this.real = real;
    this.life = life;
  }

  /** The same port, for as long as the life lasts. */
  static <T> T of(Class<T> port, T real, Life life) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            new MortalPort(port.getSimpleName(), real, life));
    return port.cast(proxy);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class
        || method.getName().equals("leaseTime")
        || isLeftAsItIs(method)) {
      return call(method, arguments); // A setting, or a default: nothing happens.
    }
    String call = name + "." + method.getName();
    if (method.getName().equals("close")) {
      return close(call, method);
    }
    pass("before " + call);
    Object result = call(method, arguments);
    pass("after " + call);
    return mortal(result);
  }

  private boolean isLeftAsItIs(Method method) throws NoSuchMethodException {
    return real.getClass().getMethod(method.getName(), method.getParameterTypes()).isDefault();
  }

  /** Closing never throws, also when it does nothing any more. */
  private @Nullable Object close(String call, Method method) throws Throwable {
    if (life.passes("before " + call)) {
      call(method, null);
      life.passes("after " + call);
    }
    return null;
  }

  private void pass(String boundary) {
    if (!life.passes(boundary)) {
      throw new WorldStoppedException();
    }
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** What a port hands out, such as a lease, is as mortal as the port. */
  private @Nullable Object mortal(@Nullable Object result) {
    if (result instanceof Optional<?> optional) {
      return optional.map(this::mortal);
    }
    return result == null
        ? null
        : portOf(result.getClass()).map(p -> wrap(p, result)).orElse(result);
  }

  private <T> Object wrap(Class<T> port, Object result) {
    return of(port, port.cast(result), life);
  }

  private static Optional<Class<?>> portOf(Class<?> type) {
    for (Class<?> candidate : type.getInterfaces()) {
      if (candidate.getPackageName().equals("io.odoosync.store")) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
