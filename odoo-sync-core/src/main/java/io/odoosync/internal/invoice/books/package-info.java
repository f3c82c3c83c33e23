/** What Odoo has of the books of a company: taxes, journals, accounts, currencies. */
package io.odoosync.internal.invoice.books;
