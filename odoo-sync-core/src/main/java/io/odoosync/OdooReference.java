package io.odoosync;

import java.util.Objects;

/**
 * Names a record of Odoo's own configuration, such as a tax or a stage. Wherever a host names one,
 * also by a code (a product's, an account's, a currency's), it is found by the same rule:
 *
 * <ul>
 *   <li>Exactly one must be called so. If none or several are, the record that names it fails, or
 *       the run stops if an option does; the message tells which there are.
 *   <li>By name or code: blanks around the text make no difference, capital letters do. They make
 *       none in logins, e-mail addresses and names of users and in codes of currencies and
 *       countries. Where a text may be one of several things, a code or a name for example, it is
 *       the first of them that any record has.
 *   <li>By external id: any of those that the record has.
 *   <li>Archived records are not found. What an invoice refers to must belong to the company that
 *       issues it, or to no company.
 * </ul>
 */
public sealed interface OdooReference {

  /**
   * By external id, which is the same in every database that has the same modules.
   *
   * @param externalId with its module, for example {@code crm.stage_lead2}
   */
  record ByExternalId(String externalId) implements OdooReference {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if there is no dot between module and name
     */
    public ByExternalId {
      if (externalId.indexOf('.') <= 0 || externalId.endsWith(".")) {
        throw new IllegalArgumentException(
            "externalId must have the form module.name, but is '" + externalId + "'");
      }
    }

    /** For example {@code external id crm.stage_lead2}. */
    @Override
    public String toString() {
      return "external id " + externalId;
    }
  }

  /**
   * By name, as Odoo shows it to the integration user.
   *
   * @param name the name
   */
  record ByName(String name) implements OdooReference {

    /** Checks that there is a name. */
    public ByName {
      Objects.requireNonNull(name, "name");
    }

    /** For example {@code name 'Qualified'}. */
    @Override
    public String toString() {
      return "name '" + name + "'";
    }
  }

  /**
   * By database id.
   *
   * @param id the id
   */
  record ById(long id) implements OdooReference {

    /** For example {@code id 7}. */
    @Override
    public String toString() {
      return "id " + id;
    }
  }

  /**
   * By external id.
   *
   * @param externalId with its module, for example {@code crm.stage_lead2}
   * @return the reference
   * @throws IllegalArgumentException if there is no dot between module and name
   */
  static OdooReference externalId(String externalId) {
    return new ByExternalId(externalId);
  }

  /**
   * By name.
   *
   * @param name as Odoo shows it to the integration user
   * @return the reference
   */
  static OdooReference name(String name) {
    return new ByName(name);
  }

  /**
   * By database id.
   *
   * @param id the id
   * @return the reference
   */
  static OdooReference id(long id) {
    return new ById(id);
  }
}
