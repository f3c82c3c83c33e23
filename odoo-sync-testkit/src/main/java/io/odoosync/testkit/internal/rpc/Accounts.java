package io.odoosync.testkit.internal.rpc;

import io.odoosync.testkit.internal.orm.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may log in, and with what. */
public final class Accounts {

  /**
   * A way to log in.
   *
   * @param password empty for none
   * @param expired whether the key is no longer accepted
   */
  public record Credential(User user, String password, String key, boolean expired) {
    boolean opens(String secret) {
      return !secret.isEmpty() && (secret.equals(password) || (secret.equals(key) && !expired));
    }
  }

  private final List<Credential> credentials = new ArrayList<>();

  public synchronized void add(Credential credential) {
    credentials.add(credential);
  }

  /** Replaces a key, which is refused from then on. */
  public synchronized void expire(String key) {
    credentials.replaceAll(
        known ->
            known.key().equals(key)
                ? new Credential(known.user(), known.password(), key, true)
                : known);
  }

  /** A user has other rights from now on, however they log in. */
  public synchronized void change(User user) {
    credentials.replaceAll(
        known ->
            known.user().id() == user.id()
                ? new Credential(user, known.password(), known.key(), known.expired())
                : known);
  }

  public synchronized Optional<User> byKey(String key) {
    return credentials.stream()
        .filter(known -> known.key().equals(key) && !known.expired())
        .map(Credential::user)
        .findFirst();
  }

  public synchronized Optional<User> byLogin(String login, String secret) {
    return opened(secret).filter(user -> user.login().equals(login)).findFirst();
  }

  public synchronized Optional<User> byId(int id, String secret) {
    return opened(secret).filter(user -> user.id() == id).findFirst();
  }

  public synchronized boolean exists(int id) {
    return credentials.stream().anyMatch(known -> known.user().id() == id);
  }

  private java.util.stream.Stream<User> opened(String secret) {
    return credentials.stream().filter(known -> known.opens(secret)).map(Credential::user);
  }
}
