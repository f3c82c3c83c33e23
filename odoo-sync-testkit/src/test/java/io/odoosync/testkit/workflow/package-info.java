/** The engine's workflow, end to end, against the in-process Odoo and against real ones. */
@NullMarked
package io.odoosync.testkit.workflow;

import org.jspecify.annotations.NullMarked;
