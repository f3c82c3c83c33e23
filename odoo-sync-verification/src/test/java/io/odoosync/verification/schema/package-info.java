/**
 * What becomes of a synchronisation when Odoo is another one than yesterday: a field, model, method
 * or value has gone ({@code …Vanish…}), or the whole database was upgraded ({@code …Upgrade…}).
 */
@NullMarked
package io.odoosync.verification.schema;

import org.jspecify.annotations.NullMarked;
