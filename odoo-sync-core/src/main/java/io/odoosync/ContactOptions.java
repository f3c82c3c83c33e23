package io.odoosync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What new partners are given besides their contact's own values. It is set once, when a partner is
 * created, and then left to Odoo's users. What the options name is looked up at the start of each
 * run with contacts; if Odoo has none like it, the run stops before the first write.
 *
 * <p>Nothing of the integration user's sticks to partners: what is not set here is left empty.
 *
 * @param language the code of the language in which Odoo writes to new partners, or {@code null}
 *     for none, which leaves it to Odoo
 * @param salesperson the salesperson of new partners, or {@code null} for none
 * @param checksNumbers whether a contact fails whose VAT number or French SIREN or SIRET is about
 *     to be written to Odoo and is certainly wrong: it lacks digits, its check digits do not fit,
 *     or the two are of different companies. What can't be judged passes: a number without country,
 *     of a country whose rules are not known, or {@code /}; and so does a number that Odoo has
 *     already. Odoo itself checks VAT numbers only with the app {@code base_vat} (up to 19), and a
 *     SIRET only from 20 on
 */
public record ContactOptions(
    @Nullable String language, @Nullable OdooReference salesperson, boolean checksNumbers) {

  /** Neither language nor salesperson, and numbers are checked. */
  public static final ContactOptions DEFAULT = builder().build();

  /**
   * Makes options that check numbers.
   *
   * @param language the code of the language
   * @param salesperson the salesperson
   */
  public ContactOptions(@Nullable String language, @Nullable OdooReference salesperson) {
    this(language, salesperson, true);
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects {@link ContactOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String language;
    private @Nullable OdooReference salesperson;
    private boolean checksNumbers = true;

    private Builder() {}

    /**
     * Sets the language in which Odoo writes to new partners. Default: none.
     *
     * @param code the code of a language that is active in Odoo, such as {@code fr_FR}
     * @return this builder
     */
    public Builder language(String code) {
      this.language = Objects.requireNonNull(code, "code");
      return this;
    }

    /**
     * Sets the salesperson of new partners. Default: nobody.
     *
     * @param salesperson an internal user; a name may also be a login or an e-mail address
     * @return this builder
     */
    public Builder salesperson(OdooReference salesperson) {
      this.salesperson = Objects.requireNonNull(salesperson, "salesperson");
      return this;
    }

    /**
     * Sends VAT numbers and company registries as they are. Default: a contact fails whose numbers
     * are certainly wrong.
     *
     * @return this builder
     */
    public Builder uncheckedNumbers() {
      checksNumbers = false;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public ContactOptions build() {
      return new ContactOptions(language, salesperson, checksNumbers);
    }
  }
}
