package io.odoosync.verification.odoo;

import io.odoosync.testkit.Account;

/** A user of an Odoo and the user's API key. */
public record Login(String login, String apiKey) {

  public static Login of(Account account) {
    return new Login(account.login(), account.apiKey());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return login;
  }
}
