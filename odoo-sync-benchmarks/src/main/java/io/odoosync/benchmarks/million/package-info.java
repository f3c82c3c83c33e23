/**
 * Many records in little memory: a host of 64 MiB, its database and an Odoo, each in a process of
 * its own; undisturbed, and killed again and again.
 */
@NullMarked
package io.odoosync.benchmarks.million;

import org.jspecify.annotations.NullMarked;
