/** What is exchanged with Odoo, batch by batch: reading, creating, writing, and the pace of it. */
package io.odoosync.internal.exchange;
