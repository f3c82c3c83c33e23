package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.odoo.FieldDefinition;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Servers as mappers see them, and short ways to look at a mapping. */
public final class MapperFixtures {

  /** France (75) and Belgium (20). */
  public static final NamedRecords COUNTRIES =
      NamedRecords.all(
          NamedModel.of("country", "res.country", "code", "code").whateverTheCase(),
          List.of(
              new NamedRecord(75, List.of("FR"), "France"),
              new NamedRecord(20, List.of("BE"), "Belgium")));

  private MapperFixtures() {}

  /** A server that has these fields; rich text is html. */
  public static ModelFields html(Collection<String> names) {
    return fields(names, "html");
  }

  /** A server that has these fields; rich text is plain, as on Odoo 14. */
  public static ModelFields plain(Collection<String> names) {
    return fields(names, "text");
  }

  private static ModelFields fields(Collection<String> names, String richType) {
    return new ModelFields(
        names.stream()
            .map(
                name ->
                    new FieldDefinition(
                        name,
                        name.equals("comment") || name.equals("description") ? richType : "char",
                        name,
                        false,
                        false,
                        null))
            .collect(Collectors.toMap(FieldDefinition::name, Function.identity())));
  }

  public static Mapping.Mapped mapped(Mapping mapping) {
    assertThat(mapping).isInstanceOf(Mapping.Mapped.class);
    return (Mapping.Mapped) mapping;
  }

  public static String reason(Mapping mapping) {
    return failure(mapping).reason();
  }

  public static Failure failure(Mapping mapping) {
    assertThat(mapping).isInstanceOf(Mapping.Rejected.class);
    return ((Mapping.Rejected) mapping).failure();
  }

  /** Field and cell in turn: {@code cells("name", "Anna", "email", "")}. */
  public static Map<String, String> cells(FieldValues values, String... fields) {
    return Arrays.stream(fields)
        .collect(Collectors.toMap(f -> f, f -> Encoding.cell(values.get(f))));
  }
}
