package io.odoosync.source;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a travel, as long as that is not one of the host's contacts. Blank text counts as
 * absent. Immutable, and equal to another that holds the same.
 */
public final class TravelContact {

  private final Parts parts;

  private TravelContact(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when they are compared and printed. */
  private record Parts(
      @Nullable String name,
      @Nullable String organisation,
      @Nullable String email,
      @Nullable String phone) {}

  /**
   * Starts a travel's contact.
   *
   * @return a builder in which everything is absent
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts one from this.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the person's name, {@code contact_name} in Odoo} */
  public @Nullable String name() {
    return parts.name;
  }

  /** {@return the school or company, {@code partner_name} in Odoo} */
  public @Nullable String organisation() {
    return parts.organisation;
  }

  /** {@return the e-mail address, 254 characters at most} */
  public @Nullable String email() {
    return parts.email;
  }

  /** {@return the telephone number as the host writes it} */
  public @Nullable String phone() {
    return parts.phone;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TravelContact contact && parts.equals(contact.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order. */
  @Override
  public String toString() {
    return Checked.named("TravelContact", parts);
  }

  /** Collects the parts of a {@link TravelContact}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable String organisation;
    private @Nullable String email;
    private @Nullable String phone;

    private Builder() {}

    private Builder(Parts parts) {
      name = parts.name;
      organisation = parts.organisation;
      email = parts.email;
      phone = parts.phone;
    }

    /** Sets {@link TravelContact#name()}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets {@link TravelContact#organisation()}. */
    public Builder organisation(@Nullable String organisation) {
      this.organisation = organisation;
      return this;
    }

    /** Sets {@link TravelContact#email()}. */
    public Builder email(@Nullable String email) {
      this.email = email;
      return this;
    }

    /** Sets {@link TravelContact#phone()}. */
    public Builder phone(@Nullable String phone) {
      this.phone = phone;
      return this;
    }

    /**
     * Makes the travel's contact.
     *
     * @return the contact
     */
    public TravelContact build() {
      return new TravelContact(new Parts(name, organisation, email, phone));
    }
  }
}
