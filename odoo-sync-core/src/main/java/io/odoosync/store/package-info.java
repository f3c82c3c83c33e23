/**
 * What the sync remembers: the link between each local record and its Odoo record, and the log of
 * what happened. The JDBC module brings implementations; anyone may write their own and prove it
 * with the contract suites of the testkit.
 */
package io.odoosync.store;
