package io.odoosync.spring.webhook;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooWebhook;
import io.odoosync.odoo.WebhookSecret;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Odoo's automation rules post to. It only notes which records that is about, and so answers
 * within the second that Odoo waits: 204 if it was understood, 400 if it is not what Odoo posts,
 * 404 for another secret, 503 if it could not be noted.
 */
@RestController
final class OdooWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(OdooWebhookController.class);

  private final SyncEngine engine;
  private final WebhookSecret secret;

  OdooWebhookController(SyncEngine engine, WebhookSecret secret) {
    this.engine = engine;
    this.secret = secret;
  }

  @PostMapping("${odoo.sync.webhook.path:/odoo/changed}/{secret}")
  ResponseEntity<Void> changed(@PathVariable("secret") String given, InputStream body)
      throws IOException {
    return ResponseEntity.status(secret.matches(given) ? heard(body) : 404).build();
  }

  private int heard(InputStream body) throws IOException {
    OdooWebhook webhook;
    try {
      webhook = OdooWebhook.parse(body);
    } catch (IllegalArgumentException e) {
      LOG.warn("a webhook's body was not understood: {}", e.getMessage());
      return 400;
    }
    try {
      int records = engine.odooChanged(webhook);
      LOG.debug("{} is about {} records", webhook, records);
      return 204;
    } catch (IllegalStateException e) {
      LOG.warn("{} could not be noted; the next run over what changed sees it", webhook, e);
      return 503;
    }
  }
}
