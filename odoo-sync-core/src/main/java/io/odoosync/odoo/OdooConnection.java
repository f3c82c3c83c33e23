package io.odoosync.odoo;

import io.odoosync.Environment;
import io.odoosync.internal.text.KeyRing;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an Odoo is and how to talk to it. Immutable; the API key never shows in {@link
 * #toString()}.
 */
public final class OdooConnection {

  /** Which of Odoo's external APIs to use. */
  public enum Transport {
    /** JSON-2 where the server offers it, else JSON-RPC; found out by asking the server. */
    AUTOMATIC,
    /** {@code POST /json/2/<model>/<method>}: Odoo 19 and later. */
    JSON2,
    /** {@code POST /jsonrpc}: Odoo 14 to 20; deprecated from 19 on. */
    JSON_RPC
  }

  /** How long to wait for a TCP connection: 10 seconds. */
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * How long to wait for a complete answer: 150 seconds, somewhat more than the 120 seconds after
   * which Odoo itself gives up a request.
   */
  public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(150);

  /** The largest answer that is read, in bytes: 4 MiB, which leaves room in a heap of 64 MB. */
  public static final int DEFAULT_MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

  /** The least that {@link Builder#maxResponseBytes} may allow: {@value} bytes. */
  public static final int MIN_MAX_RESPONSE_BYTES = 1_024;

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

  private final URI url;
  private final String database;
  private final @Nullable String login;
  private final KeyRing keys;
  private final @Nullable ApiKeyStore apiKeys;
  private final Transport transport;
  private final Duration connectTimeout;
  private final Duration requestTimeout;
  private final int maxResponseBytes;
  private final RetryPolicy retry;
  private final Environment environment;
  private final ProxyChoice proxy;
  private final @Nullable HttpClient httpClient;

  private OdooConnection(Builder builder) {
    this.url = ServerUrl.checked(required(builder.url, "url"), builder.plainHttpAllowed);
    this.proxy = checkedProxy(builder, url);
    this.database = required(builder.database, "database");
    this.login = builder.login == null ? null : required(builder.login, "login");
    this.apiKeys = builder.apiKeys;
    this.keys = ring(required(builder.apiKey, "apiKey"), builder.apiKeys);
    this.transport = builder.transport;
    this.connectTimeout = builder.connectTimeout;
    this.requestTimeout = builder.requestTimeout;
    this.maxResponseBytes = builder.maxResponseBytes;
    this.retry = builder.retry;
    this.environment = builder.environment;
    this.httpClient = builder.httpClient;
  }

  /**
   * Starts a connection.
   *
   * @return a builder; url, database and API key must be set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The server's address.
   *
   * @return an absolute {@code https} (or allowed {@code http}) URL without a slash at its end
   */
  public URI url() {
    return url;
  }

  /**
   * The database.
   *
   * @return its name
   */
  public String database() {
    return database;
  }

  /**
   * The user's login, which only JSON-RPC needs. Where it is given, the sync makes sure over JSON-2
   * too that the key is this user's.
   *
   * @return the login, or {@code null} if none was set
   */
  public @Nullable String login() {
    return login;
  }

  private static KeyRing ring(String apiKey, @Nullable ApiKeyStore store) {
    return store == null
        ? new KeyRing(apiKey)
        : new KeyRing(apiKey, () -> store.find().map(StoredApiKeys::current));
  }

  KeyRing keys() {
    return keys;
  }

  /**
   * Where the API key is kept that takes the place of the connection's own.
   *
   * @return the store, unless none was set
   */
  public Optional<ApiKeyStore> apiKeys() {
    return Optional.ofNullable(apiKeys);
  }

  /**
   * Takes the key out of a text, in whatever form it is written: plain, as in JSON, in an address,
   * in HTML, in Base64; and what looks like a secret: log-ins and parameters of addresses, values
   * of {@code password=} and the like. For a host that logs what Odoo answered.
   *
   * @param text any text
   * @return the text with {@code ***} in these places; the same if there are none. A key of fewer
   *     than four characters is not looked for
   */
  public String redact(String text) {
    return keys.redaction().text(text);
  }

  Transport transport() {
    return transport;
  }

  Duration requestTimeout() {
    return requestTimeout;
  }

  int maxResponseBytes() {
    return maxResponseBytes;
  }

  /**
   * How calls are repeated.
   *
   * @return the policy
   */
  public RetryPolicy retry() {
    return retry;
  }

  /**
   * Where time, chance and waiting come from.
   *
   * @return {@link Environment#system()} unless set otherwise
   */
  public Environment environment() {
    return environment;
  }

  HttpClient httpClient() {
    if (httpClient != null) {
      return httpClient;
    }
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout);
    proxy.applyTo(client);
    return client.build();
  }

  /** All settings in effect; never the key. */
  @Override
  public String toString() {
    return "OdooConnection[url="
        + url
        + ", database="
        + database
        + ", login="
        + login
        + ", apiKey=***"
        + (apiKeys == null ? "" : " from " + apiKeys.getClass().getSimpleName())
        + ", transport="
        + transport
        + (httpClient == null
            ? ", connectTimeout=" + connectTimeout + ", proxy=" + proxy.words()
            : ", httpClient=the host's")
        + ", requestTimeout="
        + requestTimeout
        + ", maxResponseBytes="
        + maxResponseBytes
        + ", retry="
        + retry
        + "]";
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must be set");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " must not hold a control character, such as the line feed that ends a file");
    }
    return value;
  }

  /** Of https a proxy sees where it goes, of http all that is sent. */
  private static ProxyChoice checkedProxy(Builder builder, URI url) {
    if (builder.proxy == null) {
      return ProxyChoice.none();
    } else if (builder.httpClient != null) {
      throw new IllegalArgumentException(
          "proxy must not be set together with httpClient, which has one of its own");
    } else if (url.getScheme().equalsIgnoreCase("http")
        && !builder.plainHttpAllowed
        && builder.proxy.appliesTo(url)) {
      throw new IllegalArgumentException(
          "url "
              + url
              + " is plain http, which would send the API key to the proxy in clear: use https, or"
              + " allowPlainHttp() if the proxy and the network in between are trusted");
    }
    return builder.proxy;
  }

  /** Collects the settings of an {@link OdooConnection}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String url;
    private @Nullable String database;
    private @Nullable String login;
    private @Nullable String apiKey;
    private @Nullable ApiKeyStore apiKeys;
    private Transport transport = Transport.AUTOMATIC;
    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private Duration requestTimeout = DEFAULT_REQUEST_TIMEOUT;
    private int maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private Environment environment = Environment.system();
    private boolean plainHttpAllowed;
    private @Nullable ProxyChoice proxy;
    private @Nullable HttpClient httpClient;

    private Builder() {}

    /**
     * Sets the server's address. Required.
     *
     * @param url for example {@code https://erp.example.com}; plain {@code http} is for loopback
     *     only, unless {@link #allowPlainHttp()}
     * @return this builder
     */
    public Builder url(String url) {
      this.url = Objects.requireNonNull(url, "url");
      return this;
    }

    /**
     * Sets the database. Required.
     *
     * @param database its name
     * @return this builder
     */
    public Builder database(String database) {
      this.database = Objects.requireNonNull(database, "database");
      return this;
    }

    /**
     * Sets the user's login. Required by servers that offer JSON-RPC only (up to Odoo 18).
     *
     * @param login the login, often an e-mail address; {@code null} for none
     * @return this builder
     */
    public Builder login(@Nullable String login) {
      this.login = login;
      return this;
    }

    /**
     * Sets the user's API key. Required.
     *
     * @param apiKey the key; up to Odoo 18 a password works as well
     * @return this builder
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
      return this;
    }

    /**
     * Sets where the API key is kept from when it was first renewed: what the store gives counts,
     * and {@link #apiKey} while it gives nothing. Default: none, the key stays as it is.
     *
     * @param apiKeys the store
     * @return this builder
     */
    public Builder apiKeys(ApiKeyStore apiKeys) {
      this.apiKeys = Objects.requireNonNull(apiKeys, "apiKeys");
      return this;
    }

    /**
     * Forces a transport. Default: {@link Transport#AUTOMATIC}.
     *
     * @param transport the transport
     * @return this builder
     */
    public Builder transport(Transport transport) {
      this.transport = Objects.requireNonNull(transport, "transport");
      return this;
    }

    /**
     * Sets how long to wait for a TCP connection. Default: 10 seconds. Without effect if {@link
     * #httpClient} is set.
     *
     * @param connectTimeout more than 0, at most a day
     * @return this builder
     * @throws IllegalArgumentException if it is 0 or less, or more than a day
     */
    public Builder connectTimeout(Duration connectTimeout) {
      this.connectTimeout = positive(connectTimeout, "connectTimeout");
      return this;
    }

    /**
     * Sets how long to wait for a complete answer. Default: 150 seconds.
     *
     * @param requestTimeout more than 0, at most a day
     * @return this builder
     * @throws IllegalArgumentException if it is 0 or less, or more than a day
     */
    public Builder requestTimeout(Duration requestTimeout) {
      this.requestTimeout = positive(requestTimeout, "requestTimeout");
      return this;
    }

    /**
     * Sets the largest answer that is read. Default: 4 MiB. It may have a value (a number, a text,
     * a list …) for every 64 bytes of that, which bounds the memory that it takes: about five times
     * as much, while it is read. A larger answer fails its call; the sync reads fewer records at
     * once then.
     *
     * @param maxResponseBytes {@value OdooConnection#MIN_MAX_RESPONSE_BYTES} or more
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxResponseBytes(int maxResponseBytes) {
      if (maxResponseBytes < MIN_MAX_RESPONSE_BYTES) {
        throw new IllegalArgumentException(
            "maxResponseBytes must be at least "
                + MIN_MAX_RESPONSE_BYTES
                + ", but is "
                + maxResponseBytes);
      }
      this.maxResponseBytes = maxResponseBytes;
      return this;
    }

    /**
     * Sets how calls are repeated. Default: {@link RetryPolicy#DEFAULT}.
     *
     * @param retry the policy
     * @return this builder
     */
    public Builder retry(RetryPolicy retry) {
      this.retry = Objects.requireNonNull(retry, "retry");
      return this;
    }

    /**
     * Sets where the client, and an engine over it, take time, chance and waiting from. Default:
     * {@link Environment#system()}.
     *
     * @param environment for example one that repeats a run exactly
     * @return this builder
     */
    public Builder environment(Environment environment) {
      this.environment = Objects.requireNonNull(environment, "environment");
      return this;
    }

    /**
     * Allows plain {@code http} to hosts other than loopback: the API key then crosses the network
     * in clear.
     *
     * @return this builder
     */
    public Builder allowPlainHttp() {
      this.plainHttpAllowed = true;
      return this;
    }

    /**
     * Goes through a proxy, which sees of {@code https} no more than the server's name. Default:
     * none is used, whatever the JVM's settings are.
     *
     * @param host the proxy's name or address
     * @param port from 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException if it is no host and port
     */
    public Builder proxy(String host, int port) {
      this.proxy = ProxyChoice.of(host, port);
      return this;
    }

    /**
     * Lets the host pick the proxy, if any, for each request. Default: none is used, whatever the
     * JVM's settings are. {@link #build()} refuses a proxy for plain {@code http}, which would show
     * it the API key, unless {@link #allowPlainHttp()} is set.
     *
     * @param selector picks the proxies; safe for use by several threads
     * @return this builder
     */
    public Builder proxy(ProxySelector selector) {
      this.proxy = ProxyChoice.of(Objects.requireNonNull(selector, "selector"));
      return this;
    }

    /**
     * Goes through the proxy of the JVM's settings, if there is any: {@code https.proxyHost} and
     * its like, or {@link ProxySelector#setDefault}. Default: not used.
     *
     * @return this builder
     */
    public Builder systemProxy() {
      this.proxy = ProxyChoice.ofSystem();
      return this;
    }

    /**
     * Brings an HTTP client of the host's, for its own certificates or a proxy that wants a
     * password. Default: one without proxy, unless {@link #proxy} or {@link #systemProxy} is set,
     * and with the JDK's certificates.
     *
     * <p>Nothing else should talk to the same Odoo through it: Odoo 14 closes connections without
     * saying so, and a call that is given one which somebody else left in the client's pool may
     * break off, with an unknown outcome.
     *
     * @param httpClient a client that follows no redirects and keeps no cookies
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects or keeps cookies: a redirected call
     *     would lose its body, and a session cookie can override the key's user
     */
    public Builder httpClient(HttpClient httpClient) {
      if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new IllegalArgumentException("httpClient must not follow redirects");
      }
      if (httpClient.cookieHandler().isPresent()) {
        throw new IllegalArgumentException("httpClient must not keep cookies");
      }
      this.httpClient = httpClient;
      return this;
    }

    /**
     * Makes the connection's settings; nothing is sent yet.
     *
     * @return the settings
     * @throws IllegalArgumentException if something required is missing, or if the address is
     *     unusable
     */
    public OdooConnection build() {
      return new OdooConnection(this);
    }

    private static Duration positive(Duration value, String name) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(name + " must be more than 0, but is " + value);
      }
      if (value.compareTo(LONGEST_TIMEOUT) > 0) {
        throw new IllegalArgumentException(name + " must be at most a day, but is " + value);
      }
      return value;
    }
  }
}
