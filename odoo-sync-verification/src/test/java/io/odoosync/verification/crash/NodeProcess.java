package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.store.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link Node} as its parent sees it. */
final class NodeProcess {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;

  private NodeProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a node.
   *
   * @param odoo its Odoo, behind the gate
   * @param jdbcUrl its database
   * @param locking whether it takes the lock
   */
  static NodeProcess start(
      OdooSite odoo, String jdbcUrl, String mark, Scenario scenario, boolean locking) {
    return start(odoo, jdbcUrl, mark, scenario, locking, RunLock.DEFAULT_LEASE_TIME);
  }

  /** The same, with leases of this time. */
  static NodeProcess start(
      OdooSite odoo,
      String jdbcUrl,
      String mark,
      Scenario scenario,
      boolean locking,
      Duration lease) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            Node.class.getName());
    Map<String, String> environment = builder.environment();
    environment.put("NODE_URL", odoo.url());
    environment.put("NODE_DATABASE", odoo.database());
    environment.put("NODE_LOGIN", odoo.integration().login());
    environment.put("NODE_API_KEY", odoo.integration().apiKey());
    environment.put("NODE_JDBC_URL", jdbcUrl);
    environment.put("NODE_CALLS", Integer.toString(odoo.callsAtOnce()));
    environment.put("NODE_MARK", mark);
    environment.put("NODE_SCENARIO", scenario.name());
    environment.put("NODE_LOCK", locking ? "jdbc" : "none");
    environment.put("NODE_LEASE", lease.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new NodeProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surefire may start this JVM with nothing but a manifest on its class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Kills it as a power cut does, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * Takes its processor away, as a suspended machine or a long collection of garbage does, and
   * gives it back after this time and what is done meanwhile.
   */
  void standStill(Duration time, Runnable meanwhile) {
    try {
      signal("-STOP");
      if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the node came to its end before it was stopped");
      }
      meanwhile.run();
      signal("-CONT");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a node stood still", e);
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("kill " + name + " failed");
    }
  }

  /** Waits for its end, killed or not. */
  void await() {
    report();
  }

  /**
   * Waits for its end.
   *
   * @return its report; a missing node if it was killed before
   */
  JsonNode report() {
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
      List<String> lines = printed.lines().toList();
      return lines.isEmpty() ? JSON.missingNode() : JSON.readTree(lines.get(lines.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a node", e);
    }
  }
}
