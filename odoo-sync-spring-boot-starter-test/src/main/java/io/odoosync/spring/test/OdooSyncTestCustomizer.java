package io.odoosync.spring.test;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts an Odoo for a context; equal to another one that starts such an Odoo, so that is shared.
 */
record OdooSyncTestCustomizer(OdooRelease release) implements ContextCustomizer {

  private static final String BEAN = "inProcessOdoo";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    InProcessOdoo odoo = InProcessOdoo.start(release);
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
    sources.addFirst(
        new MapPropertySource(
            "in-process Odoo",
            Map.of(
                "odoo.sync.url", odoo.url(),
                "odoo.sync.database", odoo.database(),
                "odoo.sync.login", odoo.login(),
                "odoo.sync.api-key", odoo.apiKey())));
    sources.addLast(
        new MapPropertySource(
            "defaults of tests with Odoo",
            Map.of("odoo.sync.schedule.enabled", "false", "odoo.sync.stores.schema", "create")));
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton(BEAN, odoo);
    beans.registerDisposableBean(BEAN, odoo::close);
  }
}
