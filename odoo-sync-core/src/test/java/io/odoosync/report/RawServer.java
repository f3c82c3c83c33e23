package io.odoosync.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A server that sends what it is told, well-formed or not, and keeps what it was sent. */
final class RawServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  List<String> requests() {
    return requests;
  }

  /** Answers each request like this. */
  void answer(String reply) {
    serve(out -> send(out, reply));
  }

  /** Begins each answer like this, then goes on with the same until the other side hangs up. */
  void drip(String start, String more) {
    serve(
        out -> {
          send(out, start);
          while (true) {
            LockSupport.parkNanos(20_000_000);
            send(out, more);
          }
        });
  }

  private interface Reply {
    void to(OutputStream out) throws IOException;
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void serve(Reply reply) {
    Thread thread = new Thread(() -> acceptAll(reply), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll(Reply reply) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        requests.add(request(connection.getInputStream()));
        reply.to(connection.getOutputStream());
      } catch (IOException e) {
        // The other side hung up, or the test is over.
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      request.append((char) next);
    }
    String length = request.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return request + new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
