package io.odoosync.testkit.internal.schema;

import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a release of Odoo knows before anyone has used it: models, master data, users and rights.
 *
 * @param records rows by model; a row has its {@code id}, its {@code xid} if it has an external id,
 *     and its values
 */
public record Schema(
    Map<String, ModelSchema> models,
    Map<String, List<Map<String, Object>>> records,
    List<Map<String, Object>> users,
    List<Map<String, Object>> rights) {

  private static final Map<OdooRelease, Schema> LOADED = new EnumMap<>(OdooRelease.class);

  public static synchronized Schema of(OdooRelease release) {
    return LOADED.computeIfAbsent(release, Schema::read);
  }

  private static Schema read(OdooRelease release) {
    String folder = "odoo" + release.major() + "/";
    Map<String, Object> access = resource(folder + "access.json");
    return new Schema(
        models(resource(folder + "models.json")),
        records(resource(folder + "records.json")),
        rows(part(access, "users")),
        rows(part(access, "rights")));
  }

  private static Map<String, ModelSchema> models(Map<String, Object> source) {
    Map<String, ModelSchema> models = new LinkedHashMap<>();
    source.forEach((name, model) -> models.put(name, model(name, object(model))));
    return models;
  }

  private static ModelSchema model(String name, Map<String, Object> source) {
    Map<String, Field> fields = new LinkedHashMap<>();
    object(part(source, "fields"))
        .forEach((field, value) -> fields.put(field, field(field, value)));
    return new ModelSchema(
        name, String.valueOf(source.get("description")), fields, object(part(source, "defaults")));
  }

  private static Field field(String name, Object source) {
    Map<String, Object> attributes = object(source);
    return new Field(name, FieldType.named(String.valueOf(attributes.get("type"))), attributes);
  }

  private static Map<String, List<Map<String, Object>>> records(Map<String, Object> source) {
    Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>();
    source.forEach((model, rows) -> records.put(model, rows(rows)));
    return records;
  }

  private static Object part(Map<String, Object> source, String key) {
    return Objects.requireNonNull(source.get(key), key);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Object source) {
    return (List<Map<String, Object>>) source;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object source) {
    return (Map<String, Object>) source;
  }

  private static Map<String, Object> resource(String name) {
    try (InputStream stream = Schema.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      return Json.plainObject(
          Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
