/**
 * A small school-travel application that keeps Odoo in step. To see how a host is wired, read
 * {@link io.odoosync.examples.schooltravel.SchoolTravelSync}, then the three {@code Jdbc…Source}
 * classes; everything else is there to make a demonstration of it.
 */
@org.jspecify.annotations.NullMarked
package io.odoosync.examples.schooltravel;
