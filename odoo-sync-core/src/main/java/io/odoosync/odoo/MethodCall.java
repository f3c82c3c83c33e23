package io.odoosync.odoo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model's method, the same for both transports. Immutable: each method returns a
 * changed copy.
 *
 * <pre>{@code
 * client.call(MethodCall.of("crm.lead", "action_set_won").ids(List.of(7L)));
 * }</pre>
 */
public final class MethodCall {

  /**
   * Stands for the call's {@link #file(FileContent)} as a value somewhere in its arguments. Random,
   * so that no text of a host can be taken for it.
   */
  public static final String FILE = "file-" + UUID.randomUUID();

  /** Methods of Odoo's own that only read, so that repeating them does no harm. */
  private static final List<String> READING =
      List.of(
          "check_object_reference",
          "context_get",
          "default_get",
          "fields_get",
          "get_external_id",
          "has_group",
          "name_search",
          "read",
          "read_group",
          "search",
          "search_count",
          "search_read");

  private final String model;
  private final String method;
  private final @Nullable List<Long> ids;
  private final Map<String, OdooValue> positional;
  private final Map<String, OdooValue> named;
  private final Map<String, OdooValue> context;
  private final boolean safe;
  private final @Nullable FileContent file;

  private MethodCall(
      String model,
      String method,
      @Nullable List<Long> ids,
      Map<String, OdooValue> positional,
      Map<String, OdooValue> named,
      Map<String, OdooValue> context,
      boolean safe,
      @Nullable FileContent file) {
    this.model = model;
    this.method = method;
    this.ids = ids;
    this.positional = positional;
    this.named = named;
    this.context = context;
    this.safe = safe;
    this.file = file;
  }

  /**
   * Starts a call without arguments.
   *
   * @param model technical name of the model
   * @param method name of a public method
   * @return the call
   * @throws IllegalArgumentException if a name is none: they become part of an address
   */
  public static MethodCall of(String model, String method) {
    if (!model.matches("[A-Za-z0-9_.]+") || !method.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("no model and method: " + model + " " + method);
    }
    boolean safe = READING.contains(method);
    return new MethodCall(model, method, null, Map.of(), Map.of(), Map.of(), safe, null);
  }

  /**
   * Names the records to call the method on. Left out for methods of the model itself.
   *
   * @param recordIds their database ids
   * @return the changed call
   */
  public MethodCall ids(Collection<Long> recordIds) {
    return new MethodCall(
        model, method, List.copyOf(recordIds), positional, named, context, safe, file);
  }

  /**
   * Adds an argument by name.
   *
   * @param name the parameter's name in Odoo's source
   * @param value see {@link OdooValue#of} for the types
   * @return the changed call
   */
  public MethodCall argument(String name, @Nullable Object value) {
    return new MethodCall(
        model, method, ids, positional, with(named, name, value), context, safe, file);
  }

  /**
   * Adds an argument that JSON-RPC sends by position, after the ids and in the order of these
   * calls: for parameters whose name differs between versions. JSON-2 sends it by name.
   *
   * @param name the parameter's name in Odoo 19
   * @param value see {@link OdooValue#of} for the types
   * @return the changed call
   */
  public MethodCall positional(String name, @Nullable Object value) {
    return new MethodCall(
        model, method, ids, with(positional, name, value), named, context, safe, file);
  }

  /**
   * Adds a value to Odoo's context.
   *
   * @param name for example {@code active_test}
   * @param value see {@link OdooValue#of} for the types
   * @return the changed call
   */
  public MethodCall context(String name, @Nullable Object value) {
    return new MethodCall(
        model, method, ids, positional, named, with(context, name, value), safe, file);
  }

  /**
   * Adds a file, which is sent as base64 text in place of {@link #FILE}.
   *
   * @param content the file
   * @return the changed call
   */
  public MethodCall file(FileContent content) {
    return new MethodCall(model, method, ids, positional, named, context, safe, content);
  }

  /**
   * Declares that carrying out the call twice does no more than once, so that it may be repeated
   * when its outcome is unknown. Odoo's own reading methods are known already.
   *
   * @return the changed call
   */
  public MethodCall safeToRepeat() {
    return new MethodCall(model, method, ids, positional, named, context, true, file);
  }

  /**
   * The model.
   *
   * @return its technical name
   */
  public String model() {
    return model;
  }

  /**
   * The method.
   *
   * @return its name
   */
  public String method() {
    return method;
  }

  /**
   * The records to call the method on.
   *
   * @return their database ids, or nothing for a method of the model itself
   */
  public Optional<List<Long>> ids() {
    return Optional.ofNullable(ids);
  }

  /**
   * The arguments that JSON-RPC sends by position.
   *
   * @return the values by name, in their order
   */
  public Map<String, OdooValue> positional() {
    return positional;
  }

  /**
   * The arguments that both transports send by name.
   *
   * @return the values by name, in their order
   */
  public Map<String, OdooValue> named() {
    return named;
  }

  /**
   * The values for Odoo's context.
   *
   * @return the values by name, in their order
   */
  public Map<String, OdooValue> context() {
    return context;
  }

  /**
   * The file to be sent.
   *
   * @return the file, if there is one
   */
  public Optional<FileContent> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Whether carrying out the call twice does no more than once.
   *
   * @return {@code true} for Odoo's own reading methods and after {@link #safeToRepeat()}
   */
  public boolean isSafeToRepeat() {
    return safe;
  }

  /**
   * Whether the method is one of Odoo's own that only read.
   *
   * @return {@code false} also for a method that is not known to read only
   */
  public boolean isReading() {
    return READING.contains(method);
  }

  private static Map<String, OdooValue> with(
      Map<String, OdooValue> values, String name, @Nullable Object value) {
    Map<String, OdooValue> copy = new LinkedHashMap<>(values);
    copy.put(Objects.requireNonNull(name, "name"), OdooValue.of(value));
    return Collections.unmodifiableMap(copy);
  }

  /** Model, method and the names of the arguments; never their values. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>(positional.keySet());
    names.addAll(named.keySet());
    return model + "." + method + (ids == null ? "" : " on " + ids.size() + " records") + names;
  }
}
