package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.AccessRights.Operation;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ir.attachment}: files of records. Whoever may change the record may attach to it. */
final class Attachments implements Behavior {
  static final String MODEL = "ir.attachment";

  private static final String UNTIL_19 = "datas";

  /** The file in base64 since 20; before that the text of the file itself. */
  private static final String SINCE_20 = "raw";

  @Override
  public String order(Env env) {
    return "id desc";
  }

  /** The field that has the file in base64. */
  private static String content(Env env) {
    return env.model(MODEL).schema().has(UNTIL_19) ? UNTIL_19 : SINCE_20;
  }

  @Override
  public boolean ignores(Env env, String field) {
    return field.equals(UNTIL_19) && env.has(Fact.DATAS_IGNORED);
  }

  @Override
  public void prepareCreate(Env env, Map<String, Object> values) {
    requireOpen(env, values);
    takeText(env, values);
    values.put("company_id", values.getOrDefault("company_id", 1));
    values.put("mimetype", type(values));
    values.putIfAbsent(content(env), "");
    keep(env, values);
  }

  @Override
  public void prepareWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    takeText(env, values);
    if (values.containsKey(content(env))) {
      keep(env, values);
    }
  }

  private static void takeText(Env env, Map<String, Object> values) {
    if (content(env).equals(UNTIL_19)
        && values.remove(SINCE_20) instanceof String text
        && !values.containsKey(UNTIL_19)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      values.put(UNTIL_19, Base64.getEncoder().encodeToString(bytes));
    }
  }

  private static Object text(Model attachments, int id) {
    byte[] bytes = Base64.getDecoder().decode(attachments.text(id, UNTIL_19));
    return bytes.length == 0 ? (Object) false : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Only who may write the record may attach to it. 19 asks for a record that exists. */
  private static void requireOpen(Env env, Map<String, Object> values) {
    boolean attached =
        values.get("res_id") instanceof Integer id
            && id != 0
            && values.get("res_model") instanceof String;
    if (!attached || env.user().superuser()) {
      return;
    }
    Optional<Model> owner = env.find(String.valueOf(values.get("res_model")));
    int id = Python.integer(values.getOrDefault("res_id", 0));
    if (env.has(Fact.ATTACHMENTS_NEED_RECORD) && !isWritable(owner, id)) {
      throw OdooError.access("Sorry, you are not allowed to access this document.");
    }
    owner.ifPresent(model -> model.require(Operation.WRITE));
  }

  private static boolean isWritable(Optional<Model> owner, int id) {
    return owner
        .filter(model -> model.table().has(id) && model.allows(Operation.WRITE))
        .isPresent();
  }

  private static String type(Map<String, Object> values) {
    if (values.get("mimetype") instanceof String given && !given.isEmpty()) {
      return given;
    }
    String guess = URLConnection.guessContentTypeFromName(String.valueOf(values.get("name")));
    return guess == null ? "application/octet-stream" : guess;
  }

  private static void keep(Env env, Map<String, Object> values) {
    String field = content(env);
    String given = String.valueOf(values.getOrDefault(field, ""));
    byte[] content = decoded(env, given.equals("false") ? "" : given);
    boolean summed = !env.has(Fact.EMPTY_FILES_UNSUMMED) || content.length > 0;
    values.put("file_size", content.length);
    values.put("checksum", summed ? (Object) checksum(content) : false);
    boolean empty = field.equals(SINCE_20) && content.length == 0;
    values.put(field, empty ? (Object) false : Base64.getEncoder().encodeToString(content));
  }

  /** As Python decodes: what is not of the alphabet is skipped. */
  private static byte[] decoded(Env env, String text) {
    if (env.has(Fact.BASE64_STRICT)) {
      requireAlphabet(text);
    }
    String meant = text.replaceAll("[^A-Za-z0-9+/]", "");
    if (meant.length() % 4 != 1) {
      return Base64.getDecoder().decode(meant);
    }
    if (!env.has(Fact.BASE64_CHECKED)) {
      return new byte[0];
    }
    throw OdooError.database(
        "binascii.Error",
        "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4"
            .formatted(meant.length()));
  }

  private static void requireAlphabet(String text) {
    if (!text.matches("[A-Za-z0-9+/]*={0,2}")) {
      throw OdooError.database("binascii.Error", "Only base64 data is allowed");
    }
    if (text.length() % 4 != 0) {
      throw OdooError.database("binascii.Error", "Incorrect padding");
    }
  }

  private static String checksum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  @Override
  public Optional<Object> compute(Env env, int id, String field) {
    Model attachments = env.model(MODEL);
    if (field.equals(SINCE_20) && content(env).equals(UNTIL_19)) {
      return Optional.of(text(attachments, id));
    }
    return field.equals("res_name") ? owner(env, attachments, id) : Optional.empty();
  }

  private static Optional<Object> owner(Env env, Model attachments, int id) {
    int record = Python.integer(attachments.stored(id, "res_id"));
    return env.superuser()
        .find(attachments.text(id, "res_model"))
        .filter(owner -> owner.table().has(record))
        .map(owner -> owner.displayName(record));
  }
}
