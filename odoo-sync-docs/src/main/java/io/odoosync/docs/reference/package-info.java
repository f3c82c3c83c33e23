/** Pages that list options: of builders, of Spring's properties, of the command line. */
@NullMarked
package io.odoosync.docs.reference;

import org.jspecify.annotations.NullMarked;
