/** A command line for administrators: start at {@link io.odoosync.tool.Main}. */
@org.jspecify.annotations.NullMarked
package io.odoosync.tool;
