package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;

/**
 * A tax that is a percentage, as Odoo has it; what is absent is empty.
 *
 * @param name what it is called
 * @param rate in percent
 * @param category the code of its category, if somebody set one
 * @param reason the code of its exemption reason, if somebody set one
 * @param label what else it is called
 * @param notes what an invoice must say about it
 * @param takenBack whether it is charged and taken back, as for reverse charge
 */
public record Vat(
    String name,
    BigDecimal rate,
    String category,
    String reason,
    String label,
    String notes,
    boolean takenBack) {

  boolean isZero() {
    return rate.signum() == 0;
  }

  /**
   * The code under which Odoo exports it: that which was set, else what follows from the parties'
   * countries. Source: {@code account_edi_ubl_cii} of Odoo 19.
   */
  String exported(Party seller, Party buyer) {
    if (!category.isEmpty()) {
      return category;
    }
    Address there = buyer.home();
    if (there.isCanary()) {
      return "L";
    }
    if (there.isCeuta()) {
      return "M";
    }
    if (seller.home().country().equals(there.country())) {
      return isZero() ? "E" : takenBack ? "AE" : "S";
    }
    return abroad(seller, there);
  }

  private String abroad(Party seller, Address there) {
    boolean charged = !isZero() && !takenBack;
    if (!charged && seller.home().isEuropean() && seller.hasVat()) {
      return there.isEuropean() ? "K" : "G";
    }
    return isZero() ? "E" : "S";
  }
}
