package io.odoosync.internal.run;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spring's transactions of the calling thread, by what is public in all versions of Spring. */
final class SpringTransactions {

  private static final String MANAGER =
      "org.springframework.transaction.support.TransactionSynchronizationManager";

  private SpringTransactions() {}

  /**
   * Asks each Spring that the host or this library sees; two applications in one server have two.
   *
   * @throws ReflectiveOperationException if there is one that is unlike all others
   */
  static Optional<String> active() throws ReflectiveOperationException {
    for (Class<?> manager : managers()) {
      if (Boolean.TRUE.equals(ask(manager, "isActualTransactionActive"))) {
        Object name = ask(manager, "getCurrentTransactionName");
        return Optional.of("Spring's transaction" + (name == null ? "" : " " + name));
      }
    }
    return Optional.empty();
  }

  private static Set<Class<?>> managers() {
    Set<Class<?>> managers = new LinkedHashSet<>();
    load(Thread.currentThread().getContextClassLoader()).ifPresent(managers::add);
    load(SpringTransactions.class.getClassLoader()).ifPresent(managers::add);
    return managers;
  }

  private static Optional<Class<?>> load(@Nullable ClassLoader loader) {
    try {
      return Optional.of(Class.forName(MANAGER, false, loader));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object ask(Class<?> manager, String question)
      throws ReflectiveOperationException {
    return manager.getMethod(question).invoke(null);
  }
}
