package io.odoosync.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The invoice as a PDF, for Odoo's attachments. It is read while it is sent, so a file of any size
 * needs a few kilobytes of memory. Sent once: a file that is replaced later is not sent again.
 *
 * @param fileName the name that Odoo shows, for example {@code F-2026-17.pdf}
 * @param size the size in bytes, 1 to {@value #MAX_SIZE}. A file that turns out to be of another
 *     size is reported, and not attached
 * @param content opens the file
 */
public record InvoiceDocument(String fileName, long size, Content content) {

  /**
   * The largest file: {@value} bytes (64 MiB). Its base64 text stays below the 128 MiB that Odoo
   * takes in one request.
   */
  public static final long MAX_SIZE = 64L * 1024 * 1024;

  /** Opens a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Opens the file from its start. May be called again if sending failed.
     *
     * @return the file's bytes; the caller closes it
     * @throws IOException if the file can't be read
     */
    InputStream open() throws IOException;
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is blank or the size out of range
   */
  public InvoiceDocument {
    Objects.requireNonNull(content, "content");
    if (fileName.isBlank()) {
      throw new IllegalArgumentException("fileName of a document must not be blank");
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size of document '" + fileName + "' must be 1 to " + MAX_SIZE + ", but is " + size);
    }
  }

  /** Compares name and size: the same document, read again, has another way of being opened. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InvoiceDocument document
        && fileName.equals(document.fileName)
        && size == document.size;
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileName, size);
  }

  /** Name and size: the same for the same document, whatever opens it. */
  @Override
  public String toString() {
    return "InvoiceDocument[" + fileName + ", " + size + " bytes]";
  }
}
