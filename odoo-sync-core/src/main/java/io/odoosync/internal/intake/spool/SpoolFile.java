package io.odoosync.internal.intake.spool;

import io.odoosync.internal.text.SafeLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A temporary file that nobody but this process's user can read. Where the system allows it, its
 * name is gone as soon as it is open, so that nothing is left even if the process is killed. Unlike
 * a channel it is not closed by an interrupt. For one thread.
 */
final class SpoolFile implements Closeable {

  private static final SafeLog LOG = SafeLog.of(SpoolFile.class);

  private final Path path;
  private final RandomAccessFile file;
  private boolean hasName = true;

  /** Makes a file in a directory. */
  SpoolFile(Path directory) throws IOException {
    this.path = Files.createTempFile(directory, "odoo-sync-", ".tmp");
    this.file = open(path);
    dropName();
  }

  private static RandomAccessFile open(Path path) throws IOException {
    try {
      return new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Windows does not delete what is open. */
  private void dropName() {
    try {
      Files.delete(path);
      hasName = false;
    } catch (IOException e) {
      LOG.debug("{} is deleted when it is closed: {}", path, e.toString());
      path.toFile().deleteOnExit();
    }
  }

  /** Writes to the end. */
  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        file.write(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
      }
    };
  }

  /** Reads from the start; several may read in turns. */
  InputStream input() {
    return new FromStart();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (hasName) {
        file.setLength(0);
      }
    }
    if (hasName) {
      Files.deleteIfExists(path);
    }
  }

  private final class FromStart extends InputStream {
    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      file.seek(position);
      int count = file.read(bytes, offset, length);
      position += Math.max(count, 0);
      return count;
    }
  }
}
