package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation of the host application: a teacher, a guest, a school. Becomes a
 * {@code res.partner}. Blank text counts as absent, and leading and trailing white space is dropped
 * before it is sent. Immutable, and equal to another contact that holds the same.
 */
public final class Contact implements SourceRecord {

  private static final String NOTHING_SAID = ", companyRegistry=null, company=null, type=null";

  private final Parts parts;

  private Contact(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when contacts are compared and printed. */
  private record Parts(
      LocalKey key,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String mobile,
      PostalAddress address,
      @Nullable String vat,
      @Nullable String companyRegistry,
      @Nullable LocalKey company,
      @Nullable ContactType type,
      @Nullable String reference,
      @Nullable String notes,
      boolean organisation,
      @Nullable Long odooId,
      @Nullable Instant updatedAt,
      Map<String, FieldValue> extra,
      @Nullable String unreadable) {}

  /**
   * Starts a contact.
   *
   * @param key the contact's key
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key) {
    return new Builder(key);
  }

  /** {@return a builder in which everything is as it is here} */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  @Override
  public LocalKey key() {
    return parts.key;
  }

  /** {@return the display name; Odoo requires one, so a contact without is reported as failed} */
  public @Nullable String name() {
    return parts.name;
  }

  /** {@return the e-mail address, 254 characters at most} */
  public @Nullable String email() {
    return parts.email;
  }

  /** {@return the telephone number as the host writes it} */
  public @Nullable String phone() {
    return parts.phone;
  }

  /**
   * {@return the mobile number} Odoo 19 has no field for it any more: there it takes the place of a
   * missing {@link #phone()}, and is otherwise left out.
   */
  public @Nullable String mobile() {
    return parts.mobile;
  }

  /** {@return the postal address; {@link PostalAddress#NONE} by default} */
  public PostalAddress address() {
    return parts.address;
  }

  /**
   * {@return the VAT number} One that is certainly wrong fails its contact: see {@link
   * io.odoosync.ContactOptions#checksNumbers()}.
   */
  public @Nullable String vat() {
    return parts.vat;
  }

  /**
   * {@return the number in the register of companies: of a French contact its SIRET, 14 digits, or
   * its SIREN, 9 digits; elsewhere what the country's register has} {@code null}, the default, says
   * nothing about it: it is neither sent nor taken over; a blank text clears it.
   *
   * <p>It goes where the server keeps it: {@code l10n_fr_siret} or {@code l10n_fr_siren} (Odoo 20
   * with the French app), else {@code company_registry} (16 to 19; what was typed into {@code
   * siret} beside it follows), else {@code siret} (14 with the French app, a SIRET only). Where
   * there is only {@code additional_identifiers}, it is given to new partners and then left to
   * Odoo's users; where there is nothing it is left out. Both is said once a run.
   *
   * <p>Of French contacts, one that is certainly wrong fails its contact: see {@link
   * io.odoosync.ContactOptions#checksNumbers()}.
   */
  public @Nullable String companyRegistry() {
    return parts.companyRegistry;
  }

  /**
   * {@return the organisation that this contact belongs to, {@code parent_id} in Odoo} It is synced
   * first; as long as it is not in Odoo, this contact waits for it. {@code null}, the default, says
   * nothing about it: what people set in Odoo stays.
   *
   * <p>In Odoo the address of a person, and the VAT number and company registry of whoever is not
   * an organisation, then are the company's. They are not sent for such a contact, and those that
   * it had in Odoo are cleared when it is moved there, since Odoo 19 would write them to a company
   * that has none. A {@link #type()} other than {@link ContactType#CONTACT} keeps an address of its
   * own.
   */
  public @Nullable LocalKey company() {
    return parts.company;
  }

  /**
   * {@return what the contact is for, {@code type} in Odoo} {@code null}, the default, says nothing
   * about it; Odoo takes a new one for a {@link ContactType#CONTACT}.
   */
  public @Nullable ContactType type() {
    return parts.type;
  }

  /** {@return the host's own number for this contact, {@code ref} in Odoo} */
  public @Nullable String reference() {
    return parts.reference;
  }

  /** {@return internal notes in plain text, {@code comment} in Odoo} */
  public @Nullable String notes() {
    return parts.notes;
  }

  /** {@return whether this is an organisation; by default it is a person} */
  public boolean organisation() {
    return parts.organisation;
  }

  @Override
  public @Nullable Long odooId() {
    return parts.odooId;
  }

  @Override
  public @Nullable Instant updatedAt() {
    return parts.updatedAt;
  }

  @Override
  public Map<String, FieldValue> extra() {
    return parts.extra;
  }

  @Override
  public @Nullable String unreadableBecause() {
    return parts.unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Contact contact && parts.equals(contact.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; what it says nothing about is left out. */
  @Override
  public String toString() {
    boolean saysNothing =
        parts.companyRegistry == null && parts.company == null && parts.type == null;
    String all = Checked.text("Contact", parts, parts.unreadable);
    return saysNothing ? all.replace(NOTHING_SAID, "") : all;
  }

  /** Collects the parts of a {@link Contact}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String mobile;
    private PostalAddress address = PostalAddress.NONE;
    private @Nullable String vat;
    private @Nullable String companyRegistry;
    private @Nullable LocalKey company;
    private @Nullable ContactType type;
    private @Nullable String reference;
    private @Nullable String notes;
    private boolean organisation;
    private @Nullable Long odooId;
    private @Nullable Instant updatedAt;
    private @Nullable String unreadable;
    private final ExtraFields extra = new ExtraFields();

    private Builder(LocalKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    private Builder(Parts parts) {
      this(parts.key);
      name = parts.name;
      email = parts.email;
      phone = parts.phone;
      mobile = parts.mobile;
      address = parts.address;
      vat = parts.vat;
      companyRegistry = parts.companyRegistry;
      company = parts.company;
      type = parts.type;
      reference = parts.reference;
      notes = parts.notes;
      organisation = parts.organisation;
      odooId = parts.odooId;
      updatedAt = parts.updatedAt;
      unreadable = parts.unreadable;
      extra.putAll(parts.extra);
    }

    /** Sets {@link Contact#name()}. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets {@link Contact#email()}. */
    public Builder email(@Nullable String email) {
      this.email = email;
      return this;
    }

    /** Sets {@link Contact#phone()}. */
    public Builder phone(@Nullable String phone) {
      this.phone = phone;
      return this;
    }

    /** Sets {@link Contact#mobile()}. */
    public Builder mobile(@Nullable String mobile) {
      this.mobile = mobile;
      return this;
    }

    /** Sets {@link Contact#address()}. */
    public Builder address(PostalAddress address) {
      this.address = Objects.requireNonNull(address, "address");
      return this;
    }

    /** Sets {@link Contact#vat()}. */
    public Builder vat(@Nullable String vat) {
      this.vat = vat;
      return this;
    }

    /** Sets {@link Contact#companyRegistry()}. */
    public Builder companyRegistry(@Nullable String companyRegistry) {
      this.companyRegistry = companyRegistry;
      return this;
    }

    /** Sets {@link Contact#company()}. */
    public Builder company(@Nullable LocalKey company) {
      this.company = company;
      return this;
    }

    /** Sets {@link Contact#type()}. */
    public Builder type(@Nullable ContactType type) {
      this.type = type;
      return this;
    }

    /** Sets {@link Contact#reference()}. */
    public Builder reference(@Nullable String reference) {
      this.reference = reference;
      return this;
    }

    /** Sets {@link Contact#notes()}. */
    public Builder notes(@Nullable String notes) {
      this.notes = notes;
      return this;
    }

    /** Makes the contact an organisation. */
    public Builder organisation() {
      return organisation(true);
    }

    /** Sets {@link Contact#organisation()}. */
    public Builder organisation(boolean organisation) {
      this.organisation = organisation;
      return this;
    }

    /**
     * Sets {@link Contact#odooId()}.
     *
     * @param odooId more than 0, or {@code null}
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = Checked.odooId(odooId);
      return this;
    }

    /** Sets {@link Contact#updatedAt()}. */
    public Builder updatedAt(@Nullable Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /**
     * Adds a value to {@link Contact#extra()}, or replaces it.
     *
     * @param field technical name of a field of {@code res.partner}
     * @param value a value that {@link FieldValue#of} takes; {@code null} clears the field in Odoo
     * @return this builder
     * @throws IllegalArgumentException if {@link FieldValue#of} does not take the value
     */
    public Builder extra(String field, @Nullable Object value) {
      extra.put(field, value);
      return this;
    }

    Builder unreadable(String reason) {
      unreadable = reason;
      return this;
    }

    /** {@return the contact} */
    public Contact build() {
      return new Contact(
          new Parts(
              key,
              name,
              email,
              phone,
              mobile,
              address,
              vat,
              companyRegistry,
              company,
              type,
              reference,
              notes,
              organisation,
              odooId,
              updatedAt,
              extra.copy(),
              unreadable));
    }
  }
}
