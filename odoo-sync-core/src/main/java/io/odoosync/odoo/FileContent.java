package io.odoosync.odoo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file to be sent while it is read, so that it need not fit into memory.
 *
 * @param size its size in bytes, 1 or more. A file that turns out to be of another size is not sent
 * @param source opens it
 */
public record FileContent(long size, Source source) {

  /** Opens a file. */
  @FunctionalInterface
  public interface Source {

    /**
     * Opens the file from its start; asked again if the call is repeated.
     *
     * @return the file's bytes; the caller closes it
     * @throws IOException if the file can't be read
     */
    InputStream open() throws IOException;
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the size is not positive
   */
  public FileContent {
    Objects.requireNonNull(source, "source");
    if (size < 1) {
      throw new IllegalArgumentException("size of a file must be 1 or more, but is " + size);
    }
  }
}
