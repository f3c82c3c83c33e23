package io.odoosync.internal.contact;

import io.odoosync.Matching;
import io.odoosync.internal.intake.Intake;
import io.odoosync.source.Contact;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values several contacts of the host have: by them none can be told from the others, in
 * whatever batches they come. The first question goes through all that the source gave; eight bytes
 * are kept of each value.
 */
final class RepeatedValues {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Intake<Contact> contacts;
  private final Matching matching;
  private final MatchValues values;
  private long @Nullable [] sorted;

  RepeatedValues(Intake<Contact> contacts, Matching matching, MatchValues values) {
    this.contacts = contacts;
    this.matching = matching;
    this.values = values;
  }

  /** Whether another contact of its kind has a value by which this one is looked for. */
  boolean has(Matching.Key key, Contact contact, String value) {
    long hash = hash(key, contact, value);
    long[] all = all();
    int place = Arrays.binarySearch(all, hash);
    boolean before = place > 0 && all[place - 1] == hash;
    return before || (place >= 0 && place + 1 < all.length && all[place + 1] == hash);
  }

  private long[] all() {
    if (sorted == null) {
      sorted = read();
    }
    return sorted;
  }

  private long[] read() {
    Hashes hashes = new Hashes();
    contacts.forEach(contact -> hashes(contact).forEach(hashes::add));
    return hashes.sorted();
  }

  private Set<Long> hashes(Contact contact) {
    Set<Long> hashes = new HashSet<>();
    for (Matching.Key key : matching.keys()) {
      MatchValues.of(key, contact).forEach(value -> hashes.add(hash(key, contact, value)));
    }
    return hashes;
  }

  /**
   * FNV-1a over the characters: of a million values two differing ones are hardly ever taken for
   * one.
   */
  private long hash(Matching.Key key, Contact contact, String value) {
    long hash = OFFSET;
    String text = key + "\n" + values.group(key, contact) + "\n" + value;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** A list that grows, of 8 bytes each. */
  private static final class Hashes {
    private long[] hashes = new long[64];
    private int size;

    private void add(long hash) {
      hashes = size == hashes.length ? Arrays.copyOf(hashes, 2 * size) : hashes;
      hashes[size++] = hash;
    }

    private long[] sorted() {
      long[] all = Arrays.copyOf(hashes, size);
      Arrays.sort(all);
      return all;
    }
  }
}
