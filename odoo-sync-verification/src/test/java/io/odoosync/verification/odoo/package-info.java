/**
 * What the suites know of the Odoo that they run against, be it in this process or a real one: who
 * logs in there, which taxes it has, which of its methods write.
 */
@NullMarked
package io.odoosync.verification.odoo;

import org.jspecify.annotations.NullMarked;
