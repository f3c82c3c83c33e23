package io.odoosync.verification.crash;

/** What a port says when the process that calls it is dead. */
final class WorldStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorldStoppedException() {
    super("the world has stopped", null, false, false);
  }
}
