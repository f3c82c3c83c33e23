package io.odoosync.testkit;

/**
 * A user of the in-process Odoo and the secrets to log in with.
 *
 * @param id the id in {@code res.users}
 * @param login the login name
 * @param password accepted over JSON-RPC, like the key
 * @param apiKey 40 hexadecimal digits
 */
public record Account(int id, String login, String password, String apiKey) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Account[id=" + id + ", login=" + login + "]";
  }
}
