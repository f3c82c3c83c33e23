package io.odoosync.odoo;

/**
 * What a server said of itself.
 *
 * @param version for a person, for example {@code 19.0}; decide nothing by it, ask {@code
 *     fields_get}
 * @param transport the API in use: {@link OdooConnection.Transport#JSON2} or {@link
 *     OdooConnection.Transport#JSON_RPC}
 */
public record ServerInfo(String version, OdooConnection.Transport transport) {}
