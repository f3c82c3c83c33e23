package io.odoosync.examples.springhost.names.java;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NameNotFoundException;
import javax.naming.spi.ObjectFactory;

/** The names of an application server, found by JNDI's rule for {@code java:}. */
public class javaURLContextFactory implements ObjectFactory {

  /** What the server has under the specified name; {@code null} for nothing. */
  public static final AtomicReference<TransactionSynchronizationRegistry> REGISTRY =
      new AtomicReference<>();

  @Override
  public Object getObjectInstance(
      Object object, Name name, Context context, Hashtable<?, ?> environment) {
    return Proxy.newProxyInstance(
        Context.class.getClassLoader(),
        new Class<?>[] {Context.class},
        (proxy, method, arguments) -> lookUp(arguments[0].toString()));
  }

  private static Object lookUp(String name) throws NameNotFoundException {
    Object registry = REGISTRY.get();
    if (registry == null || !name.equals("java:comp/TransactionSynchronizationRegistry")) {
      throw new NameNotFoundException(name);
    }
    return registry;
  }
}
