/** Measures the library, end to end and in parts: {@code dev/benchmarks help}. */
@NullMarked
package io.odoosync.benchmarks;

import org.jspecify.annotations.NullMarked;
