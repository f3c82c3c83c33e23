package io.odoosync.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.event.Level;

class SafeLogTest {

  private final SafeLog log =
      SafeLog.of(SafeLogTest.class, Redaction.of(List.of("known-secret-1")));

  @Test
  void warn_secretsInMessageArgumentsAndCauses_areHidden() {
    Exception failure =
        new IllegalStateException("known-secret-1", new IOException("https://u:S3CRET@h"));
    assertThat(logged(() -> log.warn("a {} b {}", "known%2Dsecret%2d1", "pwd=S3CRET", failure)))
        .contains("SafeLogTest - a *** b pwd=***")
        .contains("java.lang.IllegalStateException: ***")
        .contains("java.io.IOException: https://***@h")
        .contains("at io.odoosync.internal.text.SafeLogTest")
        .doesNotContain("S3CRET", "known-", "known%");
  }

  @Test
  void info_lineEndsAndEscapeSequences_areShown() {
    String lines =
        logged(() -> log.info("x {}", "a\nb\u001b[2J\u202e", new IllegalStateException("c\r\nd")));
    assertThat(lines).contains("x a\\nb\\u001b[2J\\u202e").contains("c\\r\\nd");
  }

  @Test
  void error_harmlessException_isLoggedAsItIs() {
    assertThat(logged(() -> log.error("x", new IllegalStateException("harmless"))))
        .contains("\njava.lang.IllegalStateException: harmless");
  }

  /** The tests' logger writes to the error stream. */
  private static String logged(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return lines.toString(StandardCharsets.UTF_8);
  }

  /** With what SLF4J 1.7 has: a logger of 2.0 can also be asked by level. */
  @ParameterizedTest
  @EnumSource
  void log_loggerThatKnowsNoPlaces_isAskedAndToldByItsOldestMethods(Level level) {
    List<String> calls = new ArrayList<>();
    Logger logger =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName());
                  return method.getReturnType() == boolean.class ? true : null;
                });

    new SafeLog(logger, Redaction.OF_PATTERNS).log(level, null, "a line");

    String name = level.name().toLowerCase(Locale.ROOT);
    assertThat(calls)
        .containsExactly("is" + level.name().charAt(0) + name.substring(1) + "Enabled", name);
  }
}
