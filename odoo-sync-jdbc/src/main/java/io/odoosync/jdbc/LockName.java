package io.odoosync.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a lock as it fits ShedLock's column. */
final class LockName {

  /** What ShedLock's column takes. */
  static final int MAX_LENGTH = 64;

  private static final int READABLE = 31;
  private static final int HASHED = MAX_LENGTH - READABLE - 1;

  private LockName() {}

  /** The name itself, or its beginning and a hash if it is too long. */
  static String of(String name) {
    return name.length() <= MAX_LENGTH
        ? name
        : name.substring(0, READABLE) + '~' + hash(name).substring(0, HASHED);
  }

  private static String hash(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
