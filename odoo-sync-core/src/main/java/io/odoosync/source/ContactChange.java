package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.List;
import java.util.Objects;

/**
 * What a contact of the host is to become, because Odoo's values count.
 *
 * @param odooId database id of the record in Odoo
 * @param before the contact as the source gave it
 * @param after the contact as it is to be
 * @param changes the properties that differ; possibly none, when Odoo has a value that the host
 *     can't hold
 */
public record ContactChange(
    long odooId, Contact before, Contact after, List<PropertyChange> changes) {

  /** Checks that all is there, and copies the changes. */
  public ContactChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    changes = List.copyOf(changes);
  }

  /**
   * The change from one contact to another.
   *
   * @param odooId database id of the record in Odoo
   * @param before the contact as the source gave it
   * @param after the same contact as it is to be
   * @return the change with the properties that differ, named as in {@link Contact}, {@code
   *     address.city} for a part of the address, {@code extra.x_level} for an extra value
   */
  public static ContactChange of(long odooId, Contact before, Contact after) {
    PropertyChanges changes = new PropertyChanges();
    changes.compare("name", before.name(), after.name());
    changes.compare("email", before.email(), after.email());
    changes.compare("phone", before.phone(), after.phone());
    changes.compare("mobile", before.mobile(), after.mobile());
    changes.compare("address.street", before.address().street(), after.address().street());
    changes.compare("address.street2", before.address().street2(), after.address().street2());
    changes.compare("address.zip", before.address().zip(), after.address().zip());
    changes.compare("address.city", before.address().city(), after.address().city());
    changes.compare(
        "address.countryCode", before.address().countryCode(), after.address().countryCode());
    changes.compare("address.stateCode", before.address().stateCode(), after.address().stateCode());
    changes.compare("vat", before.vat(), after.vat());
    changes.compare("companyRegistry", before.companyRegistry(), after.companyRegistry());
    changes.compare("reference", before.reference(), after.reference());
    changes.compare("notes", before.notes(), after.notes());
    changes.compare("organisation", before.organisation(), after.organisation());
    changes.compareExtra(before.extra(), after.extra());
    return new ContactChange(odooId, before, after, changes.found());
  }

  /**
   * The contact's key.
   *
   * @return the key
   */
  public LocalKey key() {
    return before.key();
  }
}
