/** Where Odoo says what changed there. */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring.webhook;
