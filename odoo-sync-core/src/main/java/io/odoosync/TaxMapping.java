package io.odoosync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which of Odoo's sale taxes a local tax code stands for. Codes that it does not know are
 * found by their rate. Immutable.
 *
 * <pre>{@code
 * TaxMapping.byRate()
 *     .with("TVA20", OdooReference.externalId("account.1_tva_normale"))
 *     .with("TVA10", OdooReference.name("10%"));
 * }</pre>
 */
public final class TaxMapping {

  private static final TaxMapping BY_RATE = new TaxMapping(Map.of());

  private final Map<String, List<OdooReference>> byCode;

  private TaxMapping(Map<String, List<OdooReference>> byCode) {
    this.byCode = Map.copyOf(byCode);
  }

  /**
   * Finds every tax by its rate and by whether prices include it, among the sale taxes of the
   * company. A rate that several taxes share is ambiguous, and fails the invoice.
   *
   * @return the mapping without any code
   */
  public static TaxMapping byRate() {
    return BY_RATE;
  }

  /**
   * Maps a code.
   *
   * @param code the host's code
   * @param references the tax in Odoo; where several are given, the first that exists on the server
   *     counts, so that one mapping can serve several versions of Odoo
   * @return the extended mapping; a code that was mapped before is mapped anew
   * @throws IllegalArgumentException if there is no reference
   */
  public TaxMapping with(String code, OdooReference... references) {
    if (references.length == 0) {
      throw new IllegalArgumentException("references of tax code '" + code + "' must not be empty");
    }
    Map<String, List<OdooReference>> extended = new LinkedHashMap<>(byCode);
    extended.put(code, List.of(references));
    return new TaxMapping(extended);
  }

  /**
   * What a code was mapped to.
   *
   * @param code the host's code
   * @return the references in the order in which they are tried; empty if the code is found by rate
   */
  public List<OdooReference> references(String code) {
    return byCode.getOrDefault(code, List.of());
  }
}
