package io.odoosync.source;

import org.jspecify.annotations.Nullable;

/**
 * A postal address; every part may be missing.
 *
 * @param street first line
 * @param street2 second line
 * @param zip postal code
 * @param city town
 * @param countryCode ISO 3166-1 alpha-2 code, for example {@code FR}; case does not matter
 */
public record PostalAddress(
    @Nullable String street,
    @Nullable String street2,
    @Nullable String zip,
    @Nullable String city,
    @Nullable String countryCode) {

  /** An address of which nothing is known. */
  public static final PostalAddress NONE = new PostalAddress(null, null, null, null, null);
}
