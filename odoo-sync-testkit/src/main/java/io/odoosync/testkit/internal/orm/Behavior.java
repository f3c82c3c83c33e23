package io.odoosync.testkit.internal.orm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model does beyond storing values. */
public interface Behavior {

  /** The behaviour of a model that only stores. */
  Behavior PLAIN = new Behavior() {};

  /** The order of a search that asks for none. */
  default String order(Env env) {
    return "id";
  }

  /** Whether {@code create} takes a field that there is no more, and ignores it. */
  default boolean ignores(Env env, String field) {
    return false;
  }

  /** Completes the values of a record that is about to be created. */
  default void prepareCreate(Env env, Map<String, Object> values) {}

  default void created(Env env, int id, Map<String, Object> values) {}

  /**
   * What {@code load} of Odoo 14 runs into when it tries a record once more whose values it has
   * changed at its first try; nothing if they are as they were.
   */
  default Optional<OdooError> secondTry(Env env, Map<String, Object> values) {
    return Optional.empty();
  }

  /** Refuses or completes a write. */
  default void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {}

  /**
   * After one of several records was written.
   *
   * @param values what was given
   * @param changed which of these fields have another value than before
   */
  default void updated(Env env, int id, Map<String, Object> values, Set<String> changed) {}

  default void written(Env env, List<Integer> ids, Map<String, Object> values) {}

  default void prepareUnlink(Env env, List<Integer> ids) {}

  /** Refuses a record whose values can't be together. */
  default void check(Env env, int id) {}

  /** Whether the user may see a record of this model that has been found. */
  default boolean isVisible(Env env, int id) {
    return true;
  }

  /** The value of a field that is computed when it is read. */
  default Optional<Object> compute(Env env, int id, String field) {
    return Optional.empty();
  }

  /** What {@code name_search} looks for. */
  default List<Object> nameDomain(String name, String operator) {
    return List.of(List.of("display_name", operator, name));
  }

  default Optional<String> displayName(Env env, int id) {
    return Optional.empty();
  }

  /** The methods that this model has on top of those of every model. */
  default List<Method> methods(Env env) {
    return List.of();
  }
}
