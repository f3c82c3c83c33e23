package io.odoosync.spring;

import io.odoosync.SyncEngineBuilder;

/**
 * A bean of this type sets what is left to be set of the engine: whatever has neither a property
 * nor a bean. Called last, in the order of the beans; a later call of a setter counts.
 */
@FunctionalInterface
public interface SyncEngineBuilderCustomizer {

  /**
   * Sets what it wants.
   *
   * @param builder has all that properties and beans say
   */
  void customize(SyncEngineBuilder builder);
}
