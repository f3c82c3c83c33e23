package io.odoosync.source;

import org.jspecify.annotations.Nullable;

/**
 * A postal address; every part may be missing. Immutable, and equal to another address that holds
 * the same.
 */
public final class PostalAddress {

  /** An address of which nothing is known. */
  public static final PostalAddress NONE = builder().build();

  private final Parts parts;

  private PostalAddress(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when addresses are compared and printed. */
  private record Parts(
      @Nullable String street,
      @Nullable String street2,
      @Nullable String zip,
      @Nullable String city,
      @Nullable String countryCode,
      @Nullable String stateCode) {}

  /**
   * Starts an address.
   *
   * @return a builder in which everything is absent
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts an address from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the first line} */
  public @Nullable String street() {
    return parts.street;
  }

  /** {@return the second line} */
  public @Nullable String street2() {
    return parts.street2;
  }

  /** {@return the postal code} */
  public @Nullable String zip() {
    return parts.zip;
  }

  /** {@return the town} */
  public @Nullable String city() {
    return parts.city;
  }

  /**
   * The country by its ISO 3166-1 code, for example {@code FR}; case does not matter. Three letters
   * ({@code FRA}) are understood too, and so are {@code UK} for {@code GB} and {@code EL} for
   * {@code GR}, as VAT numbers have it.
   *
   * @return the code, or {@code null}
   */
  public @Nullable String countryCode() {
    return parts.countryCode;
  }

  /**
   * The state, province or canton within the country, by its ISO 3166-2 code with or without the
   * country's ({@code US-CA} or {@code CA}), or by its name in Odoo; case does not matter.
   *
   * @return the code; empty if there is none; {@code null} if the host keeps no states: then what
   *     people enter in Odoo is left to them, as long as it is a state of the address's country
   */
  public @Nullable String stateCode() {
    return parts.stateCode;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostalAddress address && parts.equals(address.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; a state that is not kept is left out. */
  @Override
  public String toString() {
    String all = Checked.named("PostalAddress", parts);
    return parts.stateCode == null ? all.replace(", stateCode=null", "") : all;
  }

  /** Collects the parts of a {@link PostalAddress}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String street;
    private @Nullable String street2;
    private @Nullable String zip;
    private @Nullable String city;
    private @Nullable String countryCode;
    private @Nullable String stateCode;

    private Builder() {}

    private Builder(Parts parts) {
      street = parts.street;
      street2 = parts.street2;
      zip = parts.zip;
      city = parts.city;
      countryCode = parts.countryCode;
      stateCode = parts.stateCode;
    }

    /** Sets {@link PostalAddress#street()}. */
    public Builder street(@Nullable String street) {
      this.street = street;
      return this;
    }

    /** Sets {@link PostalAddress#street2()}. */
    public Builder street2(@Nullable String street2) {
      this.street2 = street2;
      return this;
    }

    /** Sets {@link PostalAddress#zip()}. */
    public Builder zip(@Nullable String zip) {
      this.zip = zip;
      return this;
    }

    /** Sets {@link PostalAddress#city()}. */
    public Builder city(@Nullable String city) {
      this.city = city;
      return this;
    }

    /** Sets {@link PostalAddress#countryCode()}. */
    public Builder countryCode(@Nullable String countryCode) {
      this.countryCode = countryCode;
      return this;
    }

    /** Sets {@link PostalAddress#stateCode()}. */
    public Builder stateCode(@Nullable String stateCode) {
      this.stateCode = stateCode;
      return this;
    }

    /**
     * Makes the address.
     *
     * @return the address
     */
    public PostalAddress build() {
      return new PostalAddress(new Parts(street, street2, zip, city, countryCode, stateCode));
    }
  }
}
