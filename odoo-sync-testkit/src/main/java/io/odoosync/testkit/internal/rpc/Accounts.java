package io.odoosync.testkit.internal.rpc;

import io.odoosync.testkit.internal.orm.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who may log in, and with what. */
public final class Accounts {

  /**
   * A way to log in.
   *
   * @param row the key's id in {@code res.users.apikeys}, or 0 if it is not shown there
   * @param end when it stops to open anything, if it does
   */
  public record Credential(int row, User user, String secret, Optional<Instant> end) {

    /** A password, which never ends. */
    public static Credential password(User user, String secret) {
      return new Credential(0, user, secret, Optional.empty());
    }

    private boolean opens(Instant now) {
      return end.filter(last -> last.isBefore(now)).isEmpty();
    }

    private Credential ended() {
      return new Credential(row, user, secret, Optional.of(Instant.MIN));
    }
  }

  private final Clock clock;
  private final List<Credential> passwords = new ArrayList<>();
  private final List<Credential> keys = new ArrayList<>();
  private int made;

  public Accounts(Clock clock) {
    this.clock = clock;
  }

  /** 40 hexadecimal digits, the same for the same name in every run. */
  public static String secret(String name) {
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return (uuid.toString().replace("-", "") + "0123456789abcdef").substring(0, 40);
  }

  /** The secret of a new key. */
  public synchronized String newSecret() {
    made++;
    return secret("made " + made);
  }

  public synchronized void addPassword(User user, String secret) {
    passwords.add(Credential.password(user, secret));
  }

  public synchronized void addKey(Credential key) {
    keys.add(key);
  }

  /** From now on the key is refused. */
  public synchronized void expire(String secret) {
    keys.replaceAll(key -> key.secret().equals(secret) ? key.ended() : key);
  }

  /** Forgets the key that is shown in this row. */
  public synchronized void forget(int row) {
    keys.removeIf(key -> key.row() == row);
  }

  /** The key, unless it has ended. */
  public synchronized Optional<Credential> key(String secret) {
    return live(keys).filter(key -> key.secret().equals(secret)).findFirst();
  }

  public synchronized Optional<User> byKey(String secret) {
    return key(secret).map(Credential::user);
  }

  public synchronized Optional<User> byLogin(String login, String secret) {
    return opened(secret).filter(user -> user.login().equals(login)).findFirst();
  }

  public synchronized Optional<User> byId(int id, String secret) {
    return opened(secret).filter(user -> user.id() == id).findFirst();
  }

  public synchronized boolean exists(int id) {
    return passwords.stream().anyMatch(known -> known.user().id() == id);
  }

  private Stream<User> opened(String secret) {
    return Stream.concat(live(passwords), live(keys))
        .filter(known -> known.secret().equals(secret))
        .map(Credential::user);
  }

  private Stream<Credential> live(List<Credential> credentials) {
    Instant now = clock.instant();
    return credentials.stream().filter(known -> known.opens(now));
  }
}
