package io.odoosync.internal.transport;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as base64 text. A file of another size than announced ends in an exception. One
 * thread reads, another may end it meanwhile: it never waits for a file that gives nothing.
 */
final class Base64Stream extends InputStream {

  private static final SafeLog LOG = SafeLog.of(CallRunner.class);

  /** A multiple of three bytes, so that only the last piece is padded. */
  private static final int PIECE = 3 * 4_096;

  private final FileContent file;
  private final AtomicReference<@Nullable InputStream> source = new AtomicReference<>();
  private volatile boolean ended;
  private byte[] encoded = new byte[0];
  private int position;
  private long read;
  private volatile @Nullable IOException failure;

  Base64Stream(FileContent file) {
    this.file = file;
  }

  /** What went wrong with the file, if anything did. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public int read() throws IOException {
    return available() > 0 || fill() ? encoded[position++] : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    } else if (available() == 0 && !fill()) {
      return -1;
    }
    int count = Math.min(length, available());
    System.arraycopy(encoded, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return encoded.length - position;
  }

  private boolean fill() throws IOException {
    try {
      byte[] piece = open().readNBytes(PIECE);
      read += piece.length;
      if (read > file.size() || (piece.length < PIECE && read < file.size())) {
        String more = read > file.size() ? "more than " : "only ";
        throw new IOException(
            "the file has "
                + more
                + Math.min(read, file.size())
                + " bytes, but "
                + file.size()
                + " were announced");
      }
      encoded = Base64.getEncoder().encode(piece);
      position = 0;
      return piece.length > 0;
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      failure = new IOException(e);
      throw failure;
    }
  }

  private InputStream open() throws IOException {
    InputStream opened = source.get();
    if (opened == null && !ended) {
      opened = Objects.requireNonNull(file.source().open(), "the file's source opened nothing");
      source.set(opened);
    }
    if (opened == null || ended) {
      close();
      throw new IOException("the exchange is over");
    }
    return opened;
  }

  /** Closes the file once, whoever asks first. What that fails with changes no outcome. */
  @Override
  public void close() {
    ended = true;
    InputStream opened = source.getAndSet(null);
    if (opened != null) {
      close(opened);
    }
  }

  private static void close(InputStream opened) {
    try {
      opened.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("a file that was to be attached could not be closed", e);
    }
  }
}
