package io.odoosync.verification.crash;

/** The life of one process: it ends at a boundary, and from then on nothing has any effect. */
interface Life {

  /**
   * Reaches a boundary.
   *
   * @param boundary what is about to happen or has just happened, in words
   * @return whether the process lives on; once {@code false}, for ever {@code false}
   */
  boolean passes(String boundary);

  /** A life that nothing ends. */
  static Life unending() {
    return boundary -> true;
  }
}
