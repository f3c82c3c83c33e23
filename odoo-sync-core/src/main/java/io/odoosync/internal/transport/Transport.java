package io.odoosync.internal.transport;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of Odoo's external APIs. Safe for use by several threads. */
sealed interface Transport permits Json2Transport, JsonRpcTransport {

  /**
   * Sends a call once.
   *
   * @param call the call
   * @param traffic counts the bytes, also those of a call that fails
   * @return the method's result; null if it returned none
   * @throws OdooException if the call failed
   */
  OdooValue send(MethodCall call, Traffic traffic);

  /**
   * Makes sure that the key is that of the connection's login, if it names one. Asks once.
   *
   * @throws OdooException if it is another user's, or if that can't be found out now
   */
  void confirmLogin(Traffic traffic);

  /** Bytes of one attempt, and when it was answered. */
  final class Traffic {
    private long sent;
    private long received;
    private @Nullable Instant serverTime;

    void add(RequestBody request, HttpReply reply) {
      sent += request.length();
      received += reply.body().length;
      serverTime = reply.serverTime();
    }

    long sent() {
      return sent;
    }

    long received() {
      return received;
    }

    /** By the clock that the last answer names. */
    @Nullable Instant serverTime() {
      return serverTime;
    }
  }
}
