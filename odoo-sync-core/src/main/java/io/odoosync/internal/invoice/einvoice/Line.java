package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line that is charged, as Odoo has it.
 *
 * @param number from 1, in the order in which they were sent
 * @param name its description, or its product's name; empty if there is neither
 * @param net without VAT
 * @param taxed whether it has any tax at all
 * @param vats those of its taxes that are percentages
 * @param said what the host says of its VAT
 */
public record Line(
    int number,
    String name,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal net,
    boolean taxed,
    List<Vat> vats,
    Said said) {

  /**
   * What the host says of the VAT of a line; what it does not say is empty.
   *
   * @param category the code of the category
   * @param reason why it is exempt: a code, a text, or both
   */
  public record Said(String category, String reason) {

    /** It says nothing. */
    public static final Said NOTHING = new Said("", "");
  }

  /** Copies the taxes. */
  public Line {
    vats = List.copyOf(vats);
  }

  String words() {
    return "line " + number;
  }
}
