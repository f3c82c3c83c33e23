/**
 * A client for Odoo's external API, usable on its own: {@link io.odoosync.odoo.OdooClient}. It
 * talks JSON-2 to servers that offer it (Odoo 19 and later) and JSON-RPC to the others, and looks
 * the same over both.
 */
package io.odoosync.odoo;
