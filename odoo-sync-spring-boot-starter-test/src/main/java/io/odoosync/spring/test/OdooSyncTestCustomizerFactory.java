package io.odoosync.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Brings an Odoo to the contexts of tests that want one. */
final class OdooSyncTestCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    OdooSyncTest test =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, OdooSyncTest.class);
    return test == null ? null : new OdooSyncTestCustomizer(test.release());
  }
}
