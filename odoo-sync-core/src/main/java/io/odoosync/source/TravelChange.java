package io.odoosync.source;

import io.odoosync.LocalKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a travel of the host is to become, because Odoo's values count.
 *
 * @param odooId database id of the record in Odoo
 * @param before the travel as the source gave it
 * @param after the travel as it is to be
 * @param changes the properties that differ; possibly none, when Odoo has a value that the host
 *     can't hold
 */
public record TravelChange(long odooId, Travel before, Travel after, List<PropertyChange> changes) {

  /** Checks that all is there, and copies the changes. */
  public TravelChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    changes = List.copyOf(changes);
  }

  /**
   * The change from one travel to another.
   *
   * @param odooId database id of the record in Odoo
   * @param before the travel as the source gave it
   * @param after the same travel as it is to be
   * @return the change with the properties that differ, named as in {@link Travel}, {@code
   *     extra.x_level} for an extra value
   */
  public static TravelChange of(long odooId, Travel before, Travel after) {
    PropertyChanges changes = new PropertyChanges();
    changes.compare("title", before.title(), after.title());
    changes.compare(
        "expectedRevenue", amount(before.expectedRevenue()), amount(after.expectedRevenue()));
    changes.compare("expectedClosing", before.expectedClosing(), after.expectedClosing());
    changes.compare("departure", before.departure(), after.departure());
    changes.compare("returnDate", before.returnDate(), after.returnDate());
    changes.compare("description", before.description(), after.description());
    changes.compare("priority", before.priority(), after.priority());
    changes.compareExtra(before.extra(), after.extra());
    return new TravelChange(odooId, before, after, changes.found());
  }

  /**
   * The travel's key.
   *
   * @return the key
   */
  public LocalKey key() {
    return before.key();
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }
}
