package io.odoosync.verification.workflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A proxy in front of an Odoo: it refuses what is too large for it, and may change answers. */
final class Middlebox implements AutoCloseable {

  /** Where a call over JSON-RPC has model and method. */
  private static final Pattern CALL = Pattern.compile(",\"([a-z_.]+)\",\"(\\w+)\",\\[");

  /** As nginx says it. */
  private static final String TOO_LARGE =
      "<html><head><title>413 Request Entity Too Large</title></head></html>";

  private final String odoo;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<String> refused = new ArrayList<>();
  private volatile int limit = Integer.MAX_VALUE;
  private volatile boolean speaking = true;
  private volatile BiFunction<String, String, String> edit = (call, answer) -> answer;

  private Middlebox(String odoo) {
    this.odoo = odoo;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  static Middlebox before(String odoo) {
    return new Middlebox(odoo);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers 413 to larger bodies, without reading them. */
  void refuseBodiesOver(int bytes) {
    limit = bytes;
    speaking = true;
  }

  /** Closes the connection on larger bodies, and says nothing. */
  void hangUpOnBodiesOver(int bytes) {
    limit = bytes;
    speaking = false;
  }

  void refuseNothing() {
    limit = Integer.MAX_VALUE;
  }

  /** Changes the answer to a call, such as {@code res.partner.load}, from its name and itself. */
  void edit(BiFunction<String, String, String> newEdit) {
    edit = newEdit;
  }

  /** The calls that were too large. */
  List<String> refused() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String call = call(exchange.getRequestURI().getPath(), body);
      if (body.length > limit) {
        refuse(exchange, call);
      } else {
        forward(exchange, body, call);
      }
    }
  }

  private void refuse(HttpExchange exchange, String call) throws IOException {
    synchronized (refused) {
      refused.add(call);
    }
    if (speaking) {
      answer(exchange, 413, "text/html", TOO_LARGE);
    }
  }

  private static String call(String path, byte[] body) {
    if (path.startsWith("/json/2/")) {
      return path.substring("/json/2/".length()).replace('/', '.');
    }
    Matcher call = CALL.matcher(new String(body, StandardCharsets.UTF_8));
    return call.find() ? call.group(1) + "." + call.group(2) : path;
  }

  private void forward(HttpExchange exchange, byte[] body, String call) throws IOException {
    HttpURLConnection onward =
        (HttpURLConnection) URI.create(odoo + exchange.getRequestURI()).toURL().openConnection();
    onward.setRequestMethod(exchange.getRequestMethod());
    for (String name : List.of("Authorization", "Content-Type", "X-Odoo-Database")) {
      onward.setRequestProperty(name, exchange.getRequestHeaders().getFirst(name));
    }
    onward.setRequestProperty("Connection", "close");
    if (body.length > 0) {
      onward.setDoOutput(true);
      onward.getOutputStream().write(body);
    }
    int status = onward.getResponseCode();
    try (InputStream in = status < 400 ? onward.getInputStream() : onward.getErrorStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      answer(exchange, status, onward.getContentType(), edit.apply(call, text));
    }
  }

  private static void answer(HttpExchange exchange, int status, @Nullable String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
