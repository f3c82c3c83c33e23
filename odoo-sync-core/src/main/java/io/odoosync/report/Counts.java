package io.odoosync.report;

/** What the builders of this package check alike. */
final class Counts {

  private Counts() {}

  static long checked(String name, long count) {
    return atLeast(0, name, count);
  }

  static long positive(String name, long count) {
    return atLeast(1, name, count);
  }

  private static long atLeast(long least, String name, long count) {
    if (count < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + count);
    }
    return count;
  }
}
