package io.odoosync.examples.schooltravel;

/**
 * An invoice as Odoo has it.
 *
 * @param amounts what it adds up to
 * @param lines how many lines with a price it has
 */
record OdooInvoice(Amounts amounts, int lines) {}
