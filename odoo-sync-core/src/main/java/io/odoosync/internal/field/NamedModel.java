package io.odoosync.internal.field;

import io.odoosync.odoo.Domain;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of record in Odoo that hosts may name.
 *
 * @param what what one of them is, for messages: {@code sale journal of My Company}
 * @param model technical name of the model
 * @param called what hosts call them by, for messages: {@code code or name}
 * @param keys the fields that hold that; a text that fits one of them is not compared with the next
 * @param anyCase whether capital letters make no difference
 * @param domain which records of the model
 * @param order the order in which Odoo lists them
 * @param further more fields to read
 */
public record NamedModel(
    String what,
    String model,
    String called,
    List<String> keys,
    boolean anyCase,
    Domain domain,
    String order,
    List<String> further) {

  private static final String NAME = "name";

  /** Copies the fields. */
  public NamedModel {
    keys = List.copyOf(keys);
    further = List.copyOf(further);
  }

  /** All records of a model, in the order in which they were created; capital letters count. */
  public static NamedModel of(String what, String model, String called, String... keys) {
    return new NamedModel(what, model, called, List.of(keys), false, Domain.all(), "id", List.of());
  }

  public NamedModel whateverTheCase() {
    return new NamedModel(what, model, called, keys, true, domain, order, further);
  }

  public NamedModel where(Domain condition) {
    return new NamedModel(what, model, called, keys, anyCase, condition, order, further);
  }

  public NamedModel orderedBy(String fields) {
    return new NamedModel(what, model, called, keys, anyCase, domain, fields, further);
  }

  public NamedModel reading(List<String> more) {
    return new NamedModel(what, model, called, keys, anyCase, domain, order, more);
  }

  /** The fields to read. */
  public List<String> fields() {
    return Stream.of(keys.stream(), Stream.of(NAME), further.stream())
        .flatMap(fields -> fields)
        .distinct()
        .toList();
  }
}
