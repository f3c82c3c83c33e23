package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * A part of a search's result.
 *
 * @param limit the most records to return, 1 or more
 * @param offset how many records to leave out first, 0 or more
 * @param order for example {@code name desc, id}; {@code null} for the model's own order
 */
public record Page(int limit, int offset, @Nullable String order) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is too small
   */
  public Page {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException(
          "limit must be at least 1 and offset at least 0, but are " + limit + " and " + offset);
    }
  }

  /**
   * The first records in the model's own order.
   *
   * @param limit the most records to return
   * @return the page
   */
  public static Page first(int limit) {
    return new Page(limit, 0, null);
  }

  /**
   * The same number of records, further on.
   *
   * @param newOffset how many records to leave out first
   * @return the page
   */
  public Page from(int newOffset) {
    return new Page(limit, newOffset, order);
  }

  /**
   * The page of a sorted result.
   *
   * @param newOrder for example {@code id}
   * @return the page
   */
  public Page orderedBy(String newOrder) {
    return new Page(limit, offset, newOrder);
  }

  MethodCall applyTo(MethodCall call) {
    MethodCall limited = call.argument("limit", limit);
    MethodCall moved = offset == 0 ? limited : limited.argument("offset", offset);
    return order == null ? moved : moved.argument("order", order);
  }
}
