package io.odoosync.internal.intake.spool;

/** How references are told apart. */
final class References {

  static final int BY_EXTERNAL_ID = 0;
  static final int BY_NAME = 1;
  static final int BY_ID = 2;

  private References() {}
}
