/**
 * The wiring: what does input and output between the sources, Odoo and the stores. Not exported.
 */
package io.odoosync.internal;
