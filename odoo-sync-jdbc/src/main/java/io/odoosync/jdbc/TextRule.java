package io.odoosync.jdbc;

/**
 * What does not count when a column of text is compared.
 *
 * @param ignoresCase whether case does not
 * @param ignoresPadding whether spaces at the end do not
 */
record TextRule(boolean ignoresCase, boolean ignoresPadding) {

  /** Everything counts, as far as the type of the column says nothing else. */
  static final TextRule EXACT = new TextRule(false, false);
}
