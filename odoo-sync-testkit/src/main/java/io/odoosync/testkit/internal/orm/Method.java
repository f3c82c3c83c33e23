package io.odoosync.testkit.internal.orm;

import java.util.ArrayList;
import java.util.List;

/**
 * A method that clients may call.
 *
 * @param onRecords whether it is called on records, by their ids
 * @param required how many of the parameters have no default
 * @param open whether it takes keyword arguments that it does not name, and complains later
 */
public record Method(
    String name,
    boolean onRecords,
    List<String> parameters,
    int required,
    boolean open,
    Body body) {

  /** What a method does. */
  @FunctionalInterface
  public interface Body {
    Object run(Invocation call);
  }

  public Method {
    parameters = List.copyOf(parameters);
  }

  /** A method of the model itself. The parameters named here are required. */
  public static Method onModel(String name, Body body, String... parameters) {
    return new Method(name, false, List.of(parameters), parameters.length, false, body);
  }

  /** A method of records. The parameters named here are required. */
  public static Method onRecords(String name, Body body, String... parameters) {
    return new Method(name, true, List.of(parameters), parameters.length, false, body);
  }

  public Method optional(String... more) {
    List<String> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return new Method(name, onRecords, all, required, open, body);
  }

  public Method lenient() {
    return new Method(name, onRecords, parameters, required, true, body);
  }
}
