package io.odoosync.benchmarks.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.benchmarks.OdooSite;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OdooRPC, the usual Python client, as Debian packages it; it writes records one by one. */
final class OdooRpcApi implements HandApi {

  /** Debian's Python: the only one that sees Debian's packages. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String SCRIPT = "one_by_one.py";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Tracking tracking;
  private final Path script;
  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  OdooRpcApi(OdooSite site, Tracking tracking) {
    this.tracking = tracking;
    try {
      script = Files.createTempFile("odoo-sync-benchmark", ".py");
      try (InputStream source = OdooRpcApi.class.getResourceAsStream(SCRIPT)) {
        Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
      }
      process = start(site);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    answer();
  }

  /** Whether it is installed. */
  static boolean isInstalled() {
    try {
      Process look =
          new ProcessBuilder(PYTHON, "-c", "import odoorpc")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return look.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for OdooRPC", e);
    }
  }

  private Process start(OdooSite site) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(PYTHON, script.toString());
    builder.environment().put("ODOO_URL", site.url());
    builder.environment().put("ODOO_DB", site.database());
    builder.environment().put("ODOO_LOGIN", site.login());
    builder.environment().put("ODOO_API_KEY", site.apiKey());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Override
  public int batch(int largest) {
    return largest;
  }

  @Override
  public List<Long> create(String model, List<HandRecord> records) {
    return ask(
        Map.of(
            "model",
            model,
            "method",
            "create",
            "context",
            context(tracking),
            "values",
            records.stream().map(HandRecord::created).toList()));
  }

  @Override
  public boolean update(
      String model, Map<Long, Map<String, @Nullable Object>> values, Set<String> readBack) {
    write(model, List.copyOf(values.keySet()), List.copyOf(values.values()), tracking);
    return false;
  }

  @Override
  public void write(String model, List<Long> ids, Map<String, @Nullable Object> values) {
    write(model, ids, Collections.nCopies(ids.size(), values), Tracking.ON);
  }

  private void write(
      String model, List<Long> ids, List<Map<String, @Nullable Object>> values, Tracking lines) {
    ask(
        Map.of(
            "model", model,
            "method", "write",
            "context", context(lines),
            "ids", ids,
            "values", values));
  }

  @Override
  public void call(String model, String method, List<Long> ids) {
    ask(Map.of("model", model, "method", method, "context", Map.of(), "ids", ids));
  }

  private static Map<String, Boolean> context(Tracking tracking) {
    return tracking.isOn() ? Map.of() : Map.of(Tracking.CONTEXT, true);
  }

  private List<Long> ask(Map<String, Object> command) {
    try {
      commands.write(JSON.writeValueAsString(command));
      commands.newLine();
      commands.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Long> answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("OdooRPC gave up: see above");
      }
      List<Long> ids = new ArrayList<>();
      for (JsonNode id : JSON.readTree(line).path("ids")) {
        ids.add(id.asLong());
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long calls() {
    return 0;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    try {
      Files.delete(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
