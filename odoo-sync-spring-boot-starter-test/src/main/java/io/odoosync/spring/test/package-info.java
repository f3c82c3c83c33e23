/**
 * Tests of an application that is in step with Odoo: {@link io.odoosync.spring.test.OdooSyncTest}.
 */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring.test;
