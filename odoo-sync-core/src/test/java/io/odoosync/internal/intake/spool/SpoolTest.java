package io.odoosync.internal.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  /** A text of a kilobyte: as many of them as {@code MANY} do not stay in memory. */
  private static final String KILOBYTE = "x".repeat(1024);

  private static final int MANY = Spool.MEMORY_BYTES / 1024 + 100;

  @TempDir Path directory;

  private static void write(Spool spool, int texts) throws IOException {
    RecordOutput out = spool.output();
    for (int i = 0; i < texts; i++) {
      out.number(i);
      out.text(KILOBYTE);
    }
    spool.complete();
  }

  private static void readAll(RecordInput in, int texts) throws IOException {
    for (int i = 0; i < texts; i++) {
      assertThat(in.number()).isEqualTo(i);
      assertThat(in.text()).isEqualTo(KILOBYTE);
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  @Test
  void write_little_needsNoDirectory() throws IOException {
    try (Spool spool = new Spool(directory.resolve("missing"))) {
      write(spool, 3);
      readAll(spool.input(), 3);
    }
  }

  @Test
  void input_many_readsAllFromTheFileAnyNumberOfTimes() throws IOException {
    try (Spool spool = new Spool(directory)) {
      write(spool, MANY);
      RecordInput first = spool.input();
      readAll(first, 2);
      readAll(spool.input(), MANY);
      assertThat(first.number()).isEqualTo(2);
    }
    assertThat(files()).isZero();
  }

  @Test
  void input_threadInterrupted_readsOn() throws IOException {
    try (Spool spool = new Spool(directory)) {
      write(spool, MANY);
      Thread.currentThread().interrupt();
      readAll(spool.input(), MANY);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void write_many_leavesNoFileThatOthersCouldRead() throws IOException {
    try (Spool spool = new Spool(directory)) {
      write(spool, MANY);
      assertThat(files()).isZero();
      readAll(spool.input(), MANY);
    }
  }

  @Test
  void write_noDirectory_throws() throws IOException {
    try (Spool spool = new Spool(directory.resolve("missing"))) {
      assertThatIOException().isThrownBy(() -> write(spool, MANY)).withMessageContaining("missing");
    }
  }

  @Test
  void kept_beyondTheLimit_isDropped() throws IOException {
    try (Spool spool = new Spool(directory)) {
      RecordOutput out = spool.output();
      out.keep("small", KeptObjects.MAX_BYTES);
      out.keep("too much", 1);
      RecordInput in = spool.input();
      assertThat(in.kept()).isEqualTo("small");
      assertThat(in.kept()).isNull();
    }
  }
}
