/** Meters and observations, where the application has Micrometer. */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring.metrics;
