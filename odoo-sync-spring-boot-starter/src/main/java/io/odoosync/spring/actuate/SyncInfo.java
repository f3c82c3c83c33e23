package io.odoosync.spring.actuate;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.spring.OdooSyncProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Which Odoo this application is in step with. */
final class SyncInfo implements InfoContributor {

  private final OdooConnection connection;
  private final OdooSyncProperties properties;

  SyncInfo(OdooConnection connection, OdooSyncProperties properties) {
    this.connection = connection;
    this.properties = properties;
  }

  @Override
  public void contribute(Info.Builder builder) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("url", connection.url().toString());
    about.put("database", connection.database());
    about.put("namespace", String.valueOf(properties.namespace()));
    String version = SyncEngine.class.getPackage().getImplementationVersion();
    if (version != null) {
      about.put("version", version);
    }
    builder.withDetail("odooSync", about);
  }
}
