/**
 * An application of Spring Boot that is in step with Odoo: {@link
 * io.odoosync.spring.OdooSyncProperties} says where Odoo is, and the application's beans say what
 * is synced and how.
 */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring;
