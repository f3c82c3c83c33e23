/** The smallest host application there is. */
@org.jspecify.annotations.NullMarked
package io.odoosync.examples;
