package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.Matching;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which values several contacts of the host have: by them none can be told from the others, in
 * whatever batches they come. The first question takes a pass over the source; eight bytes are kept
 * of each value.
 */
final class RepeatedValues {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final ContactSource source;
  private final Matching matching;
  private final MatchValues values;
  private long @Nullable [] sorted;

  RepeatedValues(ContactSource source, Matching matching, MatchValues values) {
    this.source = source;
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
    long[] hashes = new long[64];
    int size = 0;
    try (Stream<Contact> contacts = source.contacts()) {
      for (Iterator<Contact> each = contacts.iterator(); each.hasNext(); ) {
        for (long hash : hashes(each.next())) {
          hashes = size == hashes.length ? Arrays.copyOf(hashes, 2 * size) : hashes;
          hashes[size++] = hash;
        }
      }
    } catch (RuntimeException e) {
      throw new StageFailedException(
          Failures.ofSource("the source of " + EntityType.CONTACT + " records threw " + e), e);
    }
    long[] all = Arrays.copyOf(hashes, size);
    Arrays.sort(all);
    return all;
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
    String text = key + "\n" + values.group(contact) + "\n" + value;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
