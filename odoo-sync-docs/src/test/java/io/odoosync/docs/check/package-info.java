/** Whether the documentation keeps what it promises: links, code, properties, pictures, order. */
@NullMarked
package io.odoosync.docs.check;

import org.jspecify.annotations.NullMarked;
