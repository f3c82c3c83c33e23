package io.odoosync.internal.transport;

import io.odoosync.odoo.FileContent;
import io.odoosync.odoo.MethodCall;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A request's body of known length, because Odoo drops a chunked one and then calls the method
 * without arguments. A file in it is read while it is sent.
 */
final class RequestBody {

  private final byte[] before;
  private final byte[] after;
  private final @Nullable FileContent file;
  private final Queue<Base64Stream> streams = new ConcurrentLinkedQueue<>();

  private RequestBody(byte[] before, @Nullable FileContent file, byte[] after) {
    this.before = before;
    this.file = file;
    this.after = after;
  }

  static RequestBody of(byte[] json) {
    return new RequestBody(json, null, new byte[0]);
  }

  /** The body of a call: JSON, in which the call's file takes the place of its placeholder. */
  static RequestBody of(MethodCall call, byte[] json) {
    return call.file().map(file -> of(json, file)).orElseGet(() -> of(json));
  }

  private static RequestBody of(byte[] json, FileContent file) {
    byte[] placeholder = MethodCall.FILE.getBytes(StandardCharsets.US_ASCII);
    int at = indexOf(json, placeholder);
    return new RequestBody(
        Arrays.copyOfRange(json, 0, at),
        file,
        Arrays.copyOfRange(json, at + placeholder.length, json.length));
  }

  private static int indexOf(byte[] json, byte[] placeholder) {
    for (int at = 0; at <= json.length - placeholder.length; at++) {
      if (Arrays.equals(json, at, at + placeholder.length, placeholder, 0, placeholder.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("a call with a file must have MethodCall.FILE as a value");
  }

  long length() {
    return before.length + (file == null ? 0 : encodedLength(file)) + after.length;
  }

  /** The length of a file as base64 text. */
  private static long encodedLength(FileContent file) {
    return (file.size() + 2) / 3 * 4;
  }

  BodyPublisher publisher() {
    BodyPublisher start = BodyPublishers.ofByteArray(before);
    if (file == null) {
      return start;
    }
    return BodyPublishers.concat(
        start,
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> opened(file)), encodedLength(file)),
        BodyPublishers.ofByteArray(after));
  }

  /** Anew for each subscriber: the JDK's client subscribes again when it connects again. */
  private Base64Stream opened(FileContent content) {
    Base64Stream opened = new Base64Stream(content);
    streams.add(opened);
    return opened;
  }

  /**
   * Closes the file however the exchange ended: the JDK's client closes it only once it has read
   * all of it. Nothing is read or opened after this.
   */
  void close() {
    streams.forEach(Base64Stream::close);
  }

  /** Why the file could not be sent: then the request was never complete. */
  Optional<IOException> failure() {
    return streams.stream().flatMap(stream -> stream.failure().stream()).findFirst();
  }
}
