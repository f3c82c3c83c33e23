package io.odoosync.spring.webhook;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.WebhookSecret;
import io.odoosync.spring.OdooSyncAutoConfiguration;
import io.odoosync.spring.OdooSyncProperties;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** An address for Odoo's webhooks, for a servlet application that sets a secret for it. */
@AutoConfiguration(after = OdooSyncAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@ConditionalOnBean(SyncEngine.class)
@ConditionalOnProperty("odoo.sync.webhook.secret")
public class OdooSyncWebhookAutoConfiguration {

  @Bean
  OdooWebhookController odooWebhookController(SyncEngine engine, OdooSyncProperties properties) {
    String secret = Objects.requireNonNull(properties.webhook().secret());
    return new OdooWebhookController(engine, WebhookSecret.of(secret));
  }
}
