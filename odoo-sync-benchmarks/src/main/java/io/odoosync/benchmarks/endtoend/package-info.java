/**
 * The same records brought into the same Odoo by several contenders, one after the other: this
 * library, batches written by hand, and other libraries.
 */
@NullMarked
package io.odoosync.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
