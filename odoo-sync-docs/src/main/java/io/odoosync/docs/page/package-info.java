/** Pages of the documentation: Markdown in, HTML out, with navigation and links. */
@NullMarked
package io.odoosync.docs.page;

import org.jspecify.annotations.NullMarked;
