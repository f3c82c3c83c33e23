/** A Spring Boot application that is kept in step with Odoo while people work in both. */
package io.odoosync.examples.springhost;
