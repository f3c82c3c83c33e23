/** An Odoo in the test's own process: {@link io.odoosync.testkit.InProcessOdoo} is the door. */
package io.odoosync.testkit;
