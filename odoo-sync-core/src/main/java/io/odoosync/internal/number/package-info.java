/** What is left to do for a record once it is in Odoo: steps as values, and their one walker. */
package io.odoosync.internal.number;
