package io.odoosync.internal.intake.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is written to it, to be read any number of times: up to {@value #MEMORY_BYTES} bytes
 * in memory, more in a temporary file, which is gone once this is closed. Written to its end before
 * it is read. For one thread.
 */
public final class Spool implements Closeable {

  /** How much is held in memory: some ten thousand small records. */
  static final int MEMORY_BYTES = 2 * 1024 * 1024;

  private static final int BUFFER_BYTES = 32 * 1024;

  private final Path directory;
  private final KeptObjects kept = new KeptObjects();
  private final DataOutputStream data = new DataOutputStream(new Growing());
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable SpoolFile file;
  private @Nullable OutputStream toFile;

  /**
   * Makes an empty one.
   *
   * @param directory where its file is made, if it needs one
   */
  public Spool(Path directory) {
    this.directory = directory;
  }

  /** Writes to the end. */
  public RecordOutput output() {
    return new RecordOutput(data, kept);
  }

  /** All is written. */
  public void complete() throws IOException {
    if (toFile != null) {
      toFile.flush();
    }
  }

  /** Reads from the start; several may read in turns. */
  public RecordInput input() {
    InputStream bytes =
        file == null
            ? new ByteArrayInputStream(memory.toByteArray())
            : new BufferedInputStream(file.input(), BUFFER_BYTES);
    return new RecordInput(new DataInputStream(bytes), kept);
  }

  /** Drops all. A second call does nothing. */
  @Override
  public void close() throws IOException {
    memory = new ByteArrayOutputStream();
    SpoolFile open = file;
    file = null;
    toFile = null;
    if (open != null) {
      open.close();
    }
  }

  private OutputStream place(int more) throws IOException {
    OutputStream begun = toFile;
    if (begun != null) {
      return begun;
    }
    return memory.size() + more <= MEMORY_BYTES ? memory : moved();
  }

  private OutputStream moved() throws IOException {
    file = new SpoolFile(directory);
    toFile = new BufferedOutputStream(file.output(), BUFFER_BYTES);
    memory.writeTo(toFile);
    memory = new ByteArrayOutputStream();
    return toFile;
  }

  /** Goes where there is room. */
  private final class Growing extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      place(1).write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      place(length).write(bytes, offset, length);
    }
  }
}
