package io.odoosync.odoo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A file to be sent while it is read, so that it need not fit into memory.
 *
 * @param size its size in bytes, 1 or more. A file that turns out to be of another size is not sent
 * @param source opens it
 */
public record FileContent(long size, Source source) {

  /** The fields of {@code ir.attachment} that take a file, the first one first. */
  public static final List<String> FIELDS = List.of("datas", "raw");

  /**
   * Chooses the field that takes a file as base64 text. From 19.3 on that is {@code raw}; up to
   * 19.0 it would store the text as it is, but there {@code datas} is (measured on 16 to 20).
   *
   * @param fields the fields that the server has
   * @return the first of {@link #FIELDS} among them
   * @throws OdooRequestException if there is none
   */
  public static String field(Collection<String> fields) {
    return FIELDS.stream()
        .filter(fields::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new OdooRequestException(
                    OdooRequestException.Fault.ABSENT,
                    "ir.attachment.load: this Odoo shows no field for files, none of " + FIELDS,
                    null));
  }

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
