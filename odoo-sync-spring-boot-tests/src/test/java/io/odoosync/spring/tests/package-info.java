/** The starter in applications, with the version of Boot that the module has. */
package io.odoosync.spring.tests;
