package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation of the host application: a teacher, a guest, a school. Becomes a
 * {@code res.partner}. Blank text counts as absent, and leading and trailing white space is dropped
 * before it is sent.
 *
 * @param key the contact's key
 * @param name display name; Odoo requires one, so a contact without is reported as failed
 * @param email e-mail address, 254 characters at most
 * @param phone telephone number as the host writes it
 * @param mobile mobile number. Odoo 19 has no field for it any more: there it takes the place of a
 *     missing {@code phone}, and is otherwise left out
 * @param address postal address
 * @param vat VAT number
 * @param reference the host's own number for this contact ({@code ref} in Odoo)
 * @param notes internal notes in plain text ({@code comment} in Odoo)
 * @param organisation whether this is an organisation rather than a person
 * @param odooId see {@link SourceRecord#odooId()}
 * @param updatedAt see {@link SourceRecord#updatedAt()}
 * @param extra see {@link SourceRecord#extra()}
 */
public record Contact(
    LocalKey key,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String mobile,
    PostalAddress address,
    @Nullable String vat,
    @Nullable String reference,
    @Nullable String notes,
    boolean organisation,
    @Nullable Long odooId,
    @Nullable Instant updatedAt,
    Map<String, FieldValue> extra)
    implements SourceRecord {

  /** Checks that key and address are there, and copies the extra values. */
  public Contact {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(address, "address");
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * Starts a contact.
   *
   * @param key the contact's key
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key) {
    return new Builder(key);
  }

  /**
   * Starts a contact from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    Builder builder = new Builder(key);
    builder.name = name;
    builder.email = email;
    builder.phone = phone;
    builder.mobile = mobile;
    builder.address = address;
    builder.vat = vat;
    builder.reference = reference;
    builder.notes = notes;
    builder.organisation = organisation;
    builder.odooId = odooId;
    builder.updatedAt = updatedAt;
    builder.extra.putAll(extra);
    return builder;
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
    private @Nullable String reference;
    private @Nullable String notes;
    private boolean organisation;
    private @Nullable Long odooId;
    private @Nullable Instant updatedAt;
    private final Map<String, FieldValue> extra = new LinkedHashMap<>();

    private Builder(LocalKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Sets {@link Contact#name()}.
     *
     * @param name display name
     * @return this builder
     */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /**
     * Sets {@link Contact#email()}.
     *
     * @param email e-mail address
     * @return this builder
     */
    public Builder email(@Nullable String email) {
      this.email = email;
      return this;
    }

    /**
     * Sets {@link Contact#phone()}.
     *
     * @param phone telephone number
     * @return this builder
     */
    public Builder phone(@Nullable String phone) {
      this.phone = phone;
      return this;
    }

    /**
     * Sets {@link Contact#mobile()}.
     *
     * @param mobile mobile number
     * @return this builder
     */
    public Builder mobile(@Nullable String mobile) {
      this.mobile = mobile;
      return this;
    }

    /**
     * Sets {@link Contact#address()}.
     *
     * @param address postal address
     * @return this builder
     */
    public Builder address(PostalAddress address) {
      this.address = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets {@link Contact#vat()}.
     *
     * @param vat VAT number
     * @return this builder
     */
    public Builder vat(@Nullable String vat) {
      this.vat = vat;
      return this;
    }

    /**
     * Sets {@link Contact#reference()}.
     *
     * @param reference the host's own number
     * @return this builder
     */
    public Builder reference(@Nullable String reference) {
      this.reference = reference;
      return this;
    }

    /**
     * Sets {@link Contact#notes()}.
     *
     * @param notes internal notes
     * @return this builder
     */
    public Builder notes(@Nullable String notes) {
      this.notes = notes;
      return this;
    }

    /**
     * Makes the contact an organisation.
     *
     * @return this builder
     */
    public Builder organisation() {
      return organisation(true);
    }

    /**
     * Sets {@link Contact#organisation()}.
     *
     * @param organisation whether this is an organisation rather than a person
     * @return this builder
     */
    public Builder organisation(boolean organisation) {
      this.organisation = organisation;
      return this;
    }

    /**
     * Sets {@link Contact#odooId()}.
     *
     * @param odooId database id in Odoo
     * @return this builder
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = odooId;
      return this;
    }

    /**
     * Sets {@link Contact#updatedAt()}.
     *
     * @param updatedAt when the host last changed the contact
     * @return this builder
     */
    public Builder updatedAt(@Nullable Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /**
     * Adds a value to {@link Contact#extra()}.
     *
     * @param field technical name of a field of {@code res.partner}
     * @param value a value that {@link FieldValue#of} takes; {@code null} clears the field in Odoo
     * @return this builder
     * @throws IllegalArgumentException if {@link FieldValue#of} does not take the value
     */
    public Builder extra(String field, @Nullable Object value) {
      extra.put(Objects.requireNonNull(field, "field"), FieldValue.of(value));
      return this;
    }

    /**
     * Makes the contact.
     *
     * @return the contact
     */
    public Contact build() {
      return new Contact(
          key,
          name,
          email,
          phone,
          mobile,
          address,
          vat,
          reference,
          notes,
          organisation,
          odooId,
          updatedAt,
          extra);
    }
  }
}
