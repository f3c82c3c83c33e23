package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that does with each connection what a test says, well-behaved or not. */
final class RawServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final CompletableFuture<IOException> cut = new CompletableFuture<>();

  /** What becomes of a connection, which is closed after it. */
  @FunctionalInterface
  interface Behaviour {

    /** Answers, or does not. */
    void serve(Connection connection) throws IOException;
  }

  private RawServer(ServerSocket socket, Behaviour behaviour) {
    this.socket = socket;
    this.behaviour = behaviour;
  }

  static RawServer that(Behaviour behaviour) throws IOException {
    RawServer server =
        new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    start(server::accept);
    return server;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket accepted = socket.accept();
        start(() -> serve(accepted));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket accepted) {
    try (accepted) {
      behaviour.serve(new Connection(accepted));
    } catch (IOException e) {
      cut.complete(e);
    }
  }

  /** Ends with what a server met that wanted to go on. */
  CompletableFuture<IOException> cut() {
    return cut;
  }

  /** The heads of the requests that were read, oldest first. */
  List<String> heads() {
    return heads;
  }

  int port() {
    return socket.getLocalPort();
  }

  OdooConnection.Builder connection() {
    return OdooConnection.builder()
        .url("http://127.0.0.1:" + port())
        .database("prod")
        .login("sync@example.com")
        .apiKey(StubOdoo.KEY)
        .transport(OdooConnection.Transport.JSON2)
        .retry(RetryPolicy.NEVER);
  }

  OdooClient client() {
    return OdooClient.connect(connection().build());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** One connection of a client. */
  final class Connection {
    private final Socket client;

    private Connection(Socket client) {
      this.client = client;
    }

    /** Reads a request's head. */
    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      InputStream in = client.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the client has closed the connection");
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      return head.toString();
    }

    /** Reads a request's head and at most so much of its body. */
    void read(long most) throws IOException {
      Matcher length = LENGTH.matcher(head());
      long body = length.find() ? Long.parseLong(length.group(1)) : 0;
      client.getInputStream().skipNBytes(Math.min(most, body));
    }

    /** Reads a whole request. */
    void read() throws IOException {
      read(Long.MAX_VALUE);
    }

    void write(String text) throws IOException {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Answers with JSON, whole and right. */
    void answer(String json) throws IOException {
      write(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
              + "Content-Length: "
              + json.getBytes(StandardCharsets.UTF_8).length
              + "\r\n\r\n"
              + json);
    }

    /** Closes the connection so that the other side is told of a reset. */
    void reset() throws IOException {
      client.setSoLinger(true, 0);
      client.close();
    }

    /** Waits until the client closes the connection. */
    void awaitClose() throws IOException {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }
}
