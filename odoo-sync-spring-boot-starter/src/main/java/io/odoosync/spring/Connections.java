package io.odoosync.spring;

import io.odoosync.odoo.ApiKeyStore;
import io.odoosync.odoo.OdooConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The connection that the properties describe. */
final class Connections {

  private Connections() {}

  static OdooConnection of(
      OdooSyncProperties properties,
      ObjectProvider<ApiKeyStore> keys,
      ObjectProvider<OdooConnectionBuilderCustomizer> customizers) {
    requireAll(properties);
    OdooConnection.Builder builder = OdooConnection.builder().transport(properties.transport());
    Checked.set("url", properties.url(), builder::url);
    Checked.set("database", properties.database(), builder::database);
    Checked.set("login", properties.login(), builder::login);
    Checked.set("api-key", properties.apiKey(), builder::apiKey);
    Checked.set("connect-timeout", properties.connectTimeout(), builder::connectTimeout);
    Checked.set("request-timeout", properties.requestTimeout(), builder::requestTimeout);
    if (properties.allowPlainHttp()) {
      builder.allowPlainHttp();
    }
    if (properties.systemProxy()) {
      builder.systemProxy();
    }
    keys.ifAvailable(builder::apiKeys);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return built(builder);
  }

  private static void requireAll(OdooSyncProperties properties) {
    Map<String, @Nullable String> required = new LinkedHashMap<>();
    required.put("url", properties.url());
    required.put("database", properties.database());
    required.put("api-key", properties.apiKey());
    required.put("namespace", properties.namespace());
    Checked.require(required);
  }

  /** The words of the builder begin with its name of what is wrong. */
  private static OdooConnection built(OdooConnection.Builder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      String words = String.valueOf(e.getMessage());
      String name = words.substring(0, Math.max(0, words.indexOf(' ')));
      throw Checked.refused(name.equals("apiKey") ? "api-key" : name, e);
    }
  }
}
