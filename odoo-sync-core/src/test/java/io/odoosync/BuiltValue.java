package io.odoosync;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value with a builder, seen through its methods. */
record BuiltValue(Object value) {

  /** Methods without parameters that are no properties of their own. */
  private static final Set<String> NO_PROPERTIES =
      Set.of(
          "toBuilder",
          "toString",
          "hashCode",
          "unreadableBecause",
          "SyncReport.toHtml",
          "SyncPlan.toHtml",
          "SyncReport.toJson",
          "SyncPlan.toJson",
          "StageReport.conflicted",
          "StageReport.isSuccessful",
          "SyncReport.isSuccessful",
          "InvoiceTotals.isUnknown",
          "InvoiceLine.type",
          "InvoiceStatus.state",
          "InvoiceStatus.paymentState",
          "InvoiceStatus.isPosted",
          "InvoiceStatus.isSettled");

  Class<?> type() {
    return value.getClass();
  }

  /** What it holds, by name. */
  Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties = new TreeMap<>();
    Arrays.stream(type().getDeclaredMethods())
        .filter(this::isProperty)
        .forEach(method -> properties.put(method.getName(), call(method, value)));
    return properties;
  }

  private boolean isProperty(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && !NO_PROPERTIES.contains(method.getName())
        && !NO_PROPERTIES.contains(type().getSimpleName() + "." + method.getName());
  }

  Object builtAgain() {
    return build(toBuilder());
  }

  boolean canSet(String property) {
    return setter(property).isPresent();
  }

  /** A copy that differs in one property. */
  BuiltValue with(String property, @Nullable Object other) {
    Object builder = toBuilder();
    call(setter(property).orElseThrow(), builder, other);
    return new BuiltValue(build(builder));
  }

  private Optional<Method> setter(String property) {
    return Arrays.stream(toBuilder().getClass().getMethods())
        .filter(method -> method.getName().equals(property) && method.getParameterCount() == 1)
        .filter(method -> !method.isVarArgs())
        .findFirst();
  }

  private Object toBuilder() {
    return named("toBuilder", value);
  }

  private static Object build(Object builder) {
    return named("build", builder);
  }

  private static Object named(String name, Object target) {
    try {
      return Optional.ofNullable(call(target.getClass().getMethod(name), target)).orElseThrow();
    } catch (NoSuchMethodException e) {
      throw new LinkageError(name + " is missing", e);
    }
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method + " of " + target, e);
    }
  }
}
