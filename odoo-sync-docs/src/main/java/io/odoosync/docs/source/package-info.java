/** The library's own Java sources, parsed and attributed by the JDK's compiler. */
@NullMarked
package io.odoosync.docs.source;

import org.jspecify.annotations.NullMarked;
