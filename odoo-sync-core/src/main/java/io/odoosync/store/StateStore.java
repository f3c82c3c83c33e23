package io.odoosync.store;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sync remembers from run to run besides the links: a small map of texts, for example
 * which records are quarantined. Losing it loses no record, only what was learned about them.
 *
 * <p>A name is any text of 1 to {@value #MAX_NAME_LENGTH} characters without control characters and
 * unpaired surrogates; case and spaces matter. A value is any text, of any length and possibly
 * empty, without NUL and unpaired surrogates. What breaks these rules is refused with an {@link
 * IllegalArgumentException}; {@link #requireName} and {@link #requireValue} do that for
 * implementations.
 *
 * <p>Every method either does all that it was asked or throws and does nothing. What {@link #save}
 * wrote is seen by every later call from any thread, and survives a restart where the store is
 * durable. Implementations are safe for use by several threads. They prove all of this with {@code
 * StateStoreContract} of the testkit.
 */
public interface StateStore {

  /** The longest name, in characters. */
  int MAX_NAME_LENGTH = 400;

  /**
   * Reads values.
   *
   * @param names at most a few thousand; repeated names count once
   * @return the values that exist, by name, in no particular order; empty if there are none
   * @throws IllegalArgumentException if a name breaks its rule
   */
  Map<String, String> find(Collection<String> names);

  /**
   * Inserts values, or replaces those that exist, in one transaction. Saving the same values again
   * changes nothing.
   *
   * @param values the values by name; possibly none
   * @throws IllegalArgumentException if a name or a value breaks its rule
   */
  void save(Map<String, String> values);

  /**
   * Forgets values. Names without a value are passed over.
   *
   * @param names the names
   * @throws IllegalArgumentException if a name breaks its rule
   */
  void remove(Collection<String> names);

  /**
   * Reads the values whose names begin with a text, page by page. The order is that of {@link
   * String#compareTo}, by UTF-16 code unit.
   *
   * @param prefix what the names begin with; empty for all names
   * @param after the last name of the page before, or {@code null} for the first page
   * @param limit the most values to return, 1 or more
   * @return the next values by name, in ascending order; empty after the last one
   * @throws IllegalArgumentException if {@code limit} is less than 1, or if {@code after} or a
   *     prefix that is not empty breaks the rule for names
   */
  SortedMap<String, String> page(String prefix, @Nullable String after, int limit);

  /**
   * Checks a name.
   *
   * @param name the name
   * @return the same name
   * @throws IllegalArgumentException if it breaks its rule; the message names the rule
   */
  static String requireName(String name) {
    return StateTexts.requireName(name);
  }

  /**
   * Checks a value.
   *
   * @param name the name of the value, for the message
   * @param value the value, which is never part of the message
   * @return the same value
   * @throws IllegalArgumentException if it breaks its rule; the message names the rule
   */
  static String requireValue(String name, String value) {
    return StateTexts.requireValue(name, value);
  }
}
