/**
 * From a local record to what Odoo shall hold, decided by pure functions: no class here does input
 * or output.
 */
package io.odoosync.plan;
