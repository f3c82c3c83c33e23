package io.odoosync.odoo;

/** Which of Odoo's external APIs to use. */
public enum TransportChoice {
  /** JSON-2 where the server offers it, else JSON-RPC; found out by asking the server. */
  AUTOMATIC,
  /** {@code POST /json/2/<model>/<method>}: Odoo 19 and later. */
  JSON2,
  /** {@code POST /jsonrpc}: up to Odoo 19, where it is deprecated. */
  JSON_RPC
}
