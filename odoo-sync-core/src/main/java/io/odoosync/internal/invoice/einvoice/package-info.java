/** Whether an invoice keeps the rules of EN 16931 and of France. Pure: what was read, judged. */
package io.odoosync.internal.invoice.einvoice;
