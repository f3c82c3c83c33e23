package io.odoosync.internal.state;

import io.odoosync.LocalKey;

/**
 * Remembers which keys were seen, by a number of 64 bits each, so that a million of them take some
 * 16 megabytes. Two keys with the same number count as one: of a million keys, one pair in ten
 * million runs. For one thread.
 */
public final class SeenKeys {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int FIRST_CAPACITY = 256;

  /** Open addressing; 0 is an empty place. */
  private long[] places = new long[FIRST_CAPACITY];

  private int size;

  /**
   * Remembers a key.
   *
   * @return whether it was not seen before
   */
  public boolean add(LocalKey key) {
    if (size * 4L >= places.length * 3L) {
      grow();
    }
    boolean isNew = put(places, number(key));
    size += isNew ? 1 : 0;
    return isNew;
  }

  /** Whether a key was seen. */
  public boolean contains(LocalKey key) {
    long number = number(key);
    for (int place = place(places, number); places[place] != 0; place = next(places, place)) {
      if (places[place] == number) {
        return true;
      }
    }
    return false;
  }

  /** How many keys were seen. */
  public int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[places.length * 2];
    for (long number : places) {
      if (number != 0) {
        put(larger, number);
      }
    }
    places = larger;
  }

  private static boolean put(long[] places, long number) {
    int place = place(places, number);
    while (places[place] != 0) {
      if (places[place] == number) {
        return false;
      }
      place = next(places, place);
    }
    places[place] = number;
    return true;
  }

  private static int place(long[] places, long number) {
    return (int) number & (places.length - 1);
  }

  private static int next(long[] places, int place) {
    return (place + 1) & (places.length - 1);
  }

  /** FNV-1a, then mixed, so that keys that count up do not lie side by side. */
  private static long number(LocalKey key) {
    String name = key.toString();
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
