package io.odoosync.examples.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.AdminNotifier;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever says a secret, and in whatever form: no text that leaves the engine has it. */
class SecretTextsTest {

  private static final InProcessOdoo ODOO = InProcessOdoo.start(OdooRelease.V19);
  private static final String CHARACTERS = "abcXYZ0189\"'\\/+&<>%=:;,?#@!$é字 ";

  /** Ways to write a secret down. */
  private static final List<UnaryOperator<String>> FORMS =
      List.of(
          text -> text,
          text -> text.replace("\\", "\\\\").replace("\"", "\\\""),
          text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
          SecretTextsTest::unicode,
          SecretTextsTest::encoded,
          text -> encoded(text).replace("+", "%20"),
          text -> base64("login:" + text),
          SecretTextsTest::base64);

  private static final int RUNS = 3;

  private static int runs;

  @AfterAll
  static void stop() {
    ODOO.close();
  }

  private static String unicode(String text) {
    return text.chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
        .collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(Random random) {
    String middle =
        random
            .ints(12, 0, CHARACTERS.length())
            .mapToObj(CHARACTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    return "Z" + middle + "9";
  }

  /** Another one for each. */
  private static int seed(Talker talker) {
    return List.of(Talker.values()).indexOf(talker);
  }

  @ParameterizedTest
  @EnumSource
  void texts_secretSaidBySomebody_doNotHaveIt(Talker talker) throws IOException {
    Random random = new Random(seed(talker));
    String password = secret(random);
    String token = "T" + Long.toHexString(random.nextLong()) + "Z";
    List<String> secrets = List.of(password, token, ODOO.apiKey());
    for (int i = 0; i < RUNS; i++) {
      int chosen = i + seed(talker);
      String secret = secrets.get(chosen % secrets.size());
      String said = "the pool says " + FORMS.get(chosen % FORMS.size()).apply(secret) + " here";
      List<String> texts = texts(talker, said, password, token);
      assertHidden(texts, secret);
      assertThat(texts).as("%s says '%s'", talker, said).anyMatch(text -> text.contains("***"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void texts_addressSaidBySomebody_haveNoLogInOfIt(Talker talker) throws IOException {
    String unknown = encoded(secret(new Random(seed(talker))));
    String web = "https://me:" + unknown + "@h/x?key=" + unknown;
    String jdbc = "No suitable driver found for jdbc:nosuch://h/db?user=me&password=" + unknown;
    assertHidden(texts(talker, web + " and " + jdbc, "not-this-one", "nor-that-one"), unknown);
  }

  private static void assertHidden(List<String> texts, String secret) {
    for (String text : texts) {
      for (UnaryOperator<String> form : FORMS) {
        assertThat(text).doesNotContain(form.apply(secret));
      }
    }
  }

  /** All that leaves an engine in which somebody says something. */
  private static List<String> texts(Talker talker, String said, String password, String token)
      throws IOException {
    try (Webhook webhook = new Webhook(token)) {
      Channels channels = new Channels(ODOO, "__s" + ++runs + "__");
      Teachers teachers = new Teachers();
      channels.engine(teachers).build().runAll();
      ODOO.person().write("res.partner", channels.partner(Teachers.KEY), Map.of("phone", "+33 2"));
      teachers.phone = "+33 3";
      AdminNotifier notifier = webhook.notifier();
      SyncEngineBuilder builder = channels.engine(teachers).secrets(password).notifier(notifier);
      talker.join(new Talker.Party(builder, teachers, notifier, new Outcry(said)));
      String log = logged(() -> channels.drain(builder.build()));
      return Stream.of(Stream.of(log), channels.texts(), webhook.bodies())
          .flatMap(each -> each)
          .toList();
    }
  }

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

  /** An exception with the same words in its cause, and in what it suppressed. */
  static final class Outcry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outcry(String words) {
      super(words, new IOException(words));
      addSuppressed(new IllegalStateException(words));
    }
  }
}
