/**
 * How a call travels to Odoo: HTTP, JSON, both transports, repetition. Only {@link
 * io.odoosync.odoo.OdooClient} uses it; it uses the client's words, never the client.
 */
package io.odoosync.internal.transport;
