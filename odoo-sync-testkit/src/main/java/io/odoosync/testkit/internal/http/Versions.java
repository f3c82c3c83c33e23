package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.OdooRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each release says what it is. */
final class Versions {
  private Versions() {}

  static Map<String, Object> rpc(OdooRelease release) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("server_version", release.serverVersion());
    version.put("server_version_info", info(release));
    version.put("server_serie", release.major() + ".0");
    version.put("protocol_version", 1);
    return version;
  }

  static Map<String, Object> web(OdooRelease release) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("version_info", info(release));
    version.put("version", release.serverVersion());
    return version;
  }

  private static List<Object> info(OdooRelease release) {
    return List.of(release.major(), 0, 0, "final", 0, "");
  }
}
