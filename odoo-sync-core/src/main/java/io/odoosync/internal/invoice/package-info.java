/** Invoices and moves: what only they need. */
package io.odoosync.internal.invoice;
