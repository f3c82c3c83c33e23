package io.odoosync.internal.intake;

import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.StageFailedException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream of the host's. Whatever it throws is a {@link SourceException}. */
final class HostStream<T> implements AutoCloseable {

  private final Stream<T> stream;
  private final Iterator<T> records;

  private HostStream(Stream<T> stream, Iterator<T> records) {
    this.stream = stream;
    this.records = records;
  }

  /** Opens it; if that fails halfway, it is closed again. */
  static <T> HostStream<T> open(Supplier<Stream<T>> source) {
    Stream<T> stream = present(call(source::get), "null instead of a stream");
    try {
      return new HostStream<>(stream, call(stream::iterator));
    } catch (SourceException e) {
      closeAfter(e, stream);
      throw e;
    }
  }

  private static void closeAfter(SourceException failure, Stream<?> stream) {
    try {
      close(stream);
    } catch (SourceException e) {
      failure.addSuppressed(e);
    }
  }

  boolean hasNext() {
    return call(records::hasNext);
  }

  T next() {
    return present(call(records::next), "a null record");
  }

  @Override
  public void close() {
    close(stream);
  }

  private static void close(Stream<?> stream) {
    call(
        () -> {
          stream.close();
          return true;
        });
  }

  private static <R> R call(Callable<R> access) {
    try {
      return access.call();
    } catch (StageFailedException e) {
      throw e; // A look-up by keys has put it in words.
    } catch (Throwable e) {
      throw new SourceException("threw " + HostFault.reportable(e), e);
    }
  }

  private static <R> R present(@Nullable R given, String what) {
    if (given == null) {
      throw new SourceException("gave " + what, null);
    }
    return given;
  }
}
