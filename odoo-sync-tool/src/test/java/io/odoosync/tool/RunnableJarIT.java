package io.odoosync.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar, started as an administrator does. */
class RunnableJarIT {

  private record Ending(int status, String output) {}

  private static Ending run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-jar", System.getProperty("tool.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ending(process.waitFor(), output);
  }

  @Test
  void jar_check_findsOdooReady() throws IOException, InterruptedException {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      Ending ending =
          run(
              Map.of("ODOO_API_KEY", odoo.apiKey()),
              "check",
              "--url",
              odoo.url(),
              "--database",
              odoo.database(),
              "--login",
              odoo.login());

      assertThat(ending.output()).startsWith("ready").doesNotContain("SLF4J");
      assertThat(ending.status()).isZero();
    }
  }

  @Test
  void jar_version_isThatOfTheBuild() throws IOException, InterruptedException {
    assertThat(run(Map.of(), "--version").output())
        .matches("odoo-sync-tool \\d+\\.\\d+\\.\\d+\\S*\\s");
  }

  @Test
  void jar_bothDrivers_areInIt() throws IOException, InterruptedException {
    for (String url : List.of("jdbc:h2:mem:none", "jdbc:postgresql://127.0.0.1:1/none")) {
      Ending ending = run(Map.of("ODOO_SYNC_JDBC_URL", url), "report");

      assertThat(ending.status()).isEqualTo(Main.NOT_FOUND_OUT);
      assertThat(ending.output()).isNotEmpty().doesNotContain("No suitable driver");
    }
  }

  @Test
  void jar_licencesOfWhatIsInIt_areKept() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("tool.jar"));
        InputStream licences = jar.getInputStream(jar.getEntry("META-INF/LICENSE"))) {
      assertThat(new String(licences.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Apache License", "PostgreSQL Global Development Group");
    }
  }
}
