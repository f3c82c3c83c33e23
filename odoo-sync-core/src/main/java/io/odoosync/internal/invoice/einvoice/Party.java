package io.odoosync.internal.invoice.einvoice;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Seller or buyer, as Odoo has them; what is absent is empty.
 *
 * @param name what it is called
 * @param kind what it is; {@link Kind#UNKNOWN} if the host does not say
 * @param company whether Odoo has it as a company
 * @param address where it is, as the invoice has it
 * @param home where the company is that it belongs to, which decides on VAT
 * @param vat its VAT number
 * @param registry its company number: SIRET or SIREN in France
 * @param reach how it is reached
 */
public record Party(
    String name,
    Kind kind,
    boolean company,
    Address address,
    Address home,
    String vat,
    String registry,
    Reach reach) {

  /** What a party is to the tax office. */
  public enum Kind {
    CONSUMER,
    BUSINESS,
    PUBLIC_BODY,
    UNKNOWN
  }

  /**
   * How a party is reached.
   *
   * @param phone its telephone number
   * @param email its e-mail address
   * @param endpoint scheme and address under which it receives electronic invoices, such as {@code
   *     0009:11000201100044}
   */
  public record Reach(String phone, String email, String endpoint) {}

  /** Chorus Pro's own address on Peppol. */
  static final String CHORUS_PRO = "0009:11000201100044";

  private static final Pattern PUBLIC = Pattern.compile("[12](?:[0-9]{8}|[0-9]{13})");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-]");

  /** Numbers are compared without spaces and dots. */
  public Party {
    vat = compact(vat);
    registry = compact(registry);
  }

  private static String compact(String number) {
    return SEPARATORS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }

  boolean isFrench() {
    return home.isFrench();
  }

  /** Whether it is no private person, as far as can be told. */
  boolean isBusiness() {
    return kind == Kind.UNKNOWN
        ? company || !registry.isEmpty() || hasVat()
        : kind != Kind.CONSUMER;
  }

  /** Odoo takes a slash for "has none". */
  boolean hasVat() {
    return !vat.isEmpty() && !vat.equals("/");
  }

  /** Whether it is invoiced through Chorus Pro, as far as can be told. */
  boolean isPublic() {
    boolean known = kind != Kind.UNKNOWN;
    return reach.endpoint().equals(CHORUS_PRO)
        || (isFrench() && (known ? kind == Kind.PUBLIC_BODY : hasPublicNumber()));
  }

  /** SIRENs of the state begin with 1, those of territorial bodies and schools with 1 or 2. */
  private boolean hasPublicNumber() {
    return PUBLIC.matcher(registry).matches();
  }
}
