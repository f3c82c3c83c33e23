package io.odoosync.source;

/**
 * Why a tax has the rate that it has, by the categories of EN 16931 (BT-151), which are those of
 * UNTDID 5305.
 */
public enum TaxCategory {
  /** Taxed at a rate of more than 0 %. */
  STANDARD("S"),
  /** Taxed at 0 %, which is no exemption. */
  ZERO_RATED("Z"),
  /**
   * Exempt, with the reason: the margin scheme of travel agencies, too, and in France who is below
   * the threshold of article 293 B of the CGI.
   */
  EXEMPT("E"),
  /** The customer owes the tax. */
  REVERSE_CHARGE("AE"),
  /** A supply to a business in another country of the EU. */
  INTRA_COMMUNITY("K"),
  /** An export out of the EU. */
  EXPORT("G"),
  /** Outside the scope of the tax. */
  OUT_OF_SCOPE("O");

  private final String code;

  TaxCategory(String code) {
    this.code = code;
  }

  /**
   * The category as an electronic invoice writes it.
   *
   * @return for example {@code AE}
   */
  public String code() {
    return code;
  }
}
