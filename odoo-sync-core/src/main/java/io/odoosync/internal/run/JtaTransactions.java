package io.odoosync.internal.run;

import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import org.jspecify.annotations.Nullable;

/**
 * JTA's transaction of the calling thread, as an application server tells it by the name that the
 * specification gives. JTA's classes are the host's, of either package.
 */
final class JtaTransactions {

  private static final String REGISTRY = "TransactionSynchronizationRegistry";
  private static final Set<String> PACKAGES = Set.of("jakarta.transaction", "javax.transaction");

  /** Committed, rolled back, unknown, none: constants of {@code Status} in JTA. */
  private static final Set<Integer> OVER = Set.of(3, 4, 5, 6);

  private JtaTransactions() {}

  /**
   * Asks the server.
   *
   * @throws NamingException if the server has names but does not tell this one
   * @throws ReflectiveOperationException if what it has is no registry as specified
   */
  static Optional<String> active() throws NamingException, ReflectiveOperationException {
    Object registry = namesAreInProcess() ? lookUp() : null;
    if (registry == null) {
      return Optional.empty();
    }
    Object status = type(registry).getMethod("getTransactionStatus").invoke(registry);
    return status instanceof Integer number && !OVER.contains(number)
        ? Optional.of("JTA's transaction, of status " + number)
        : Optional.empty();
  }

  /** Else the name could travel to a directory server somewhere. */
  private static boolean namesAreInProcess() throws NamingException {
    return NamingManager.hasInitialContextFactoryBuilder()
        || NamingManager.getURLContext("java", urlPackages()) != null;
  }

  @SuppressWarnings("JdkObsolete") // JNDI wants it.
  private static Hashtable<String, Object> urlPackages() {
    Hashtable<String, Object> environment = new Hashtable<>();
    String packages = System.getProperty(Context.URL_PKG_PREFIXES);
    if (packages != null) {
      environment.put(Context.URL_PKG_PREFIXES, packages);
    }
    return environment;
  }

  @SuppressWarnings("BanJNDI") // Nothing of the name comes from outside.
  private static @Nullable Object lookUp() throws NamingException {
    try {
      return new InitialContext().lookup("java:comp/" + REGISTRY);
    } catch (NameNotFoundException e) {
      return null;
    }
  }

  /** The interface: the class behind it is the server's, and need not be public. */
  private static Class<?> type(Object registry) throws ClassNotFoundException {
    return types(registry.getClass())
        .filter(type -> type.getSimpleName().equals(REGISTRY))
        .filter(type -> PACKAGES.contains(type.getPackageName()))
        .findFirst()
        .orElseThrow(() -> new ClassNotFoundException("no " + REGISTRY + ": " + registry));
  }

  private static Stream<Class<?>> types(@Nullable Class<?> type) {
    return type == null
        ? Stream.empty()
        : Stream.concat(
            Stream.of(type),
            Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                .flatMap(JtaTransactions::types));
  }
}
