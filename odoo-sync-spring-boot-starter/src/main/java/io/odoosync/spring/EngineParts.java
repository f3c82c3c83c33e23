package io.odoosync.spring;

import io.odoosync.Brakes;
import io.odoosync.CallBudget;
import io.odoosync.ChangeOptions;
import io.odoosync.ContactOptions;
import io.odoosync.CrmOptions;
import io.odoosync.FieldMapping;
import io.odoosync.HostTransactions;
import io.odoosync.InvoicingOptions;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.TaxMapping;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.WebhookSecret;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.SyncListener;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.store.Outbox;
import io.odoosync.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.scheduling.support.CronExpression;

/** The engine, made of properties and of the application's beans. */
final class EngineParts {

  private final OdooSyncProperties properties;
  private final BeanFactory beans;

  EngineParts(OdooSyncProperties properties, BeanFactory beans) {
    this.properties = properties;
    this.beans = beans;
  }

  SyncEngine engine(OdooClient client) {
    requireSource();
    requireUsableLater();
    SyncEngineBuilder builder = SyncEngine.builder(client);
    Checked.set("namespace", properties.namespace(), builder::namespace);
    take(ContactSource.class, builder::contacts);
    take(TravelSource.class, builder::travels);
    take(InvoiceSource.class, builder::invoices);
    builder.stores(stores());
    take(Outbox.class, builder::outbox);
    takeMappings(builder);
    takeRules(builder);
    takeAudience(builder);
    setFlow(builder);
    beans
        .getBeanProvider(SyncEngineBuilderCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  private void requireSource() {
    if (!has(ContactSource.class) && !has(TravelSource.class) && !has(InvoiceSource.class)) {
      throw new InvalidSyncPropertyException(
          "There is no bean of type ContactSource, TravelSource or InvoiceSource.",
          "Define one for each kind of record that is to be synced, or set"
              + " odoo.sync.enabled=false.");
    }
  }

  /** What is used only once the application is up is checked before. */
  private void requireUsableLater() {
    Checked.set("schedule.full", properties.schedule().full(), CronExpression::parse);
    Checked.set("schedule.changes", properties.schedule().changes(), EngineParts::requirePause);
    Checked.set("webhook.secret", properties.webhook().secret(), WebhookSecret::of);
  }

  private static void requirePause(Duration pause) {
    if (pause.isZero() || pause.isNegative() || pause.compareTo(SyncEngine.MAX_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "it must be more than 0 and at most " + SyncEngine.MAX_PAUSE.toDays() + " days");
    }
  }

  private boolean has(Class<?> type) {
    return beans.getBeanProvider(type).stream().findAny().isPresent();
  }

  private Stores stores() {
    Stores stores = beans.getBeanProvider(Stores.class).getIfAvailable();
    if (stores == null) {
      throw new InvalidSyncPropertyException(
          "There is no DataSource, or several, and no bean of type Stores: the sync has nowhere to"
              + " remember what it did.",
          "Configure a DataSource, mark one of several as @Primary, or define a bean of type"
              + " JdbcStores.");
    }
    return stores;
  }

  private void takeMappings(SyncEngineBuilder builder) {
    takeMapping(Contact.class, builder::contactMapping);
    takeMapping(Travel.class, builder::travelMapping);
    takeMapping(Invoice.class, builder::invoiceMapping);
  }

  private void takeRules(SyncEngineBuilder builder) {
    take(ConflictPolicy.class, builder::conflictPolicy);
    take(TaxMapping.class, builder::taxes);
    take(InvoicingOptions.class, builder::invoicing);
    take(CrmOptions.class, builder::crm);
    take(ContactOptions.class, builder::contactOptions);
    take(Matching.class, builder::matching);
    take(Brakes.class, builder::brakes);
    take(HostTransactions.class, builder::hostTransactions);
    builder.tracking(properties.tracking()).goneRecords(properties.goneRecords());
    Checked.set("missing-records", properties.missingRecords(), builder::missingRecords);
    Checked.set("keep-logs-for", properties.keepLogsFor(), builder::keepLogsFor);
    Checked.set("renew-api-key", properties.renewApiKey(), builder::renewApiKey);
    Checked.set(
        "schedule.full-after",
        properties.schedule().fullAfter(),
        time -> builder.changes(ChangeOptions.DEFAULT.withFullAfter(time)));
  }

  private void takeAudience(SyncEngineBuilder builder) {
    AdminNotifier notifier = notifier();
    NotifierOptions options =
        beans.getBeanProvider(NotifierOptions.class).getIfAvailable(() -> NotifierOptions.DEFAULT);
    if (notifier != null) {
      builder.notifier(notifier, options);
    }
    List<SyncListener> listeners =
        beans.getBeanProvider(SyncListener.class).orderedStream().toList();
    builder.listener(SyncListener.all(listeners));
    Checked.set("webhook.secret", properties.webhook().secret(), builder::secrets);
  }

  private @Nullable AdminNotifier notifier() {
    AdminNotifier bean = beans.getBeanProvider(AdminNotifier.class).getIfAvailable();
    String url = properties.notifyUrl();
    if (bean != null || url == null) {
      return bean;
    }
    try {
      return AdminNotifier.webhook(URI.create(url));
    } catch (IllegalArgumentException e) {
      throw new InvalidSyncPropertyException(
          "The property odoo.sync.notify-url is no address that can be called.",
          "Set an https address, or http on this host.");
    }
  }

  private void setFlow(SyncEngineBuilder builder) {
    Checked.set("calls-at-once", properties.callsAtOnce(), builder::callsAtOnce);
    properties
        .batchSize()
        .forEach(
            (type, size) ->
                Checked.set(
                    "batch-size." + type.name().toLowerCase(Locale.ROOT),
                    size,
                    number -> builder.batchSize(type, number)));
    CallBudget[] budget = {CallBudget.NONE};
    Checked.set(
        "calls-per-minute",
        properties.callsPerMinute(),
        calls -> budget[0] = budget[0].andPerMinute(calls));
    Checked.set(
        "calls-per-day", properties.callsPerDay(), calls -> budget[0] = budget[0].andPerDay(calls));
    builder.callBudget(budget[0]);
  }

  private <T> void take(Class<T> type, Consumer<T> setter) {
    beans.getBeanProvider(type).ifAvailable(setter);
  }

  private <T> void takeMapping(Class<T> record, Consumer<FieldMapping<T>> setter) {
    beans
        .<FieldMapping<T>>getBeanProvider(
            ResolvableType.forClassWithGenerics(FieldMapping.class, record))
        .ifAvailable(setter);
  }
}
