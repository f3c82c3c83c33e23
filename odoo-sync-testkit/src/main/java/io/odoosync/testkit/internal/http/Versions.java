package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.rpc.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a server says what it is. Of an intermediate release the first number is a text. */
final class Versions {
  private static final Pattern NUMBERS = Pattern.compile("((?:saas~)?\\d+)\\.(\\d+)");

  private Versions() {}

  /** As the service {@code common} says it. */
  static Map<String, Object> rpc(Server server) {
    Map<String, Object> version = page(server);
    version.put("protocol_version", 1);
    return version;
  }

  /** As the page {@code /web/webclient/version_info} says it. */
  static Map<String, Object> webClient(Server server) {
    return server.release().has(Fact.WEB_CLIENT_NAMES_PROTOCOL) ? rpc(server) : page(server);
  }

  private static Map<String, Object> page(Server server) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("server_version", server.version());
    version.put("server_version_info", info(server));
    version.put("server_serie", serie(server));
    return version;
  }

  /** As the page {@code /web/version} says it. */
  static Map<String, Object> web(Server server) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("version_info", info(server));
    version.put("version", server.version());
    return version;
  }

  private static String serie(Server server) {
    boolean itself = server.version().equals(server.release().serverVersion());
    return itself ? server.release().serie() : numbers(server).group();
  }

  private static List<Object> info(Server server) {
    MatchResult numbers = numbers(server);
    String major = numbers.group(1);
    Object first = major.startsWith("saas") ? major : (Object) Integer.valueOf(major);
    return List.of(first, Integer.valueOf(numbers.group(2)), 0, "final", 0, "");
  }

  private static MatchResult numbers(Server server) {
    return NUMBERS.matcher(server.version()).results().findFirst().orElseThrow();
  }
}
