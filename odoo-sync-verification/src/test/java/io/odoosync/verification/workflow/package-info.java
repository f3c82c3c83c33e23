/**
 * What a host may rely on, end to end. {@link EngineSuite} puts the engine together; each suite
 * that extends it is run by three classes, against the in-process Odoo 14 and 19 and against the
 * real Odoo that the environment names. The tests that are no suites need faults on demand.
 */
@NullMarked
package io.odoosync.verification.workflow;

import org.jspecify.annotations.NullMarked;
