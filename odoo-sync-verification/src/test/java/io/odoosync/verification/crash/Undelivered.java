package io.odoosync.verification.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Requests that a dead process has sent and that have not reached the server yet. */
final class Undelivered {

  private final Map<Until, List<HttpRequest>> requests = new EnumMap<>(Until.class);

  /** When a request arrives. */
  enum Until {
    /** When the next process is about to write for the first time. */
    NEXT_WRITE,
    /** When the next process has done its work. */
    NEXT_RUN_ENDED
  }

  synchronized void keep(Until arrival, HttpRequest request) {
    requests.computeIfAbsent(arrival, none -> new ArrayList<>()).add(request);
  }

  /**
   * Lets the requests arrive. Returns when the server has dealt with them.
   *
   * @return whether there were any
   */
  synchronized boolean deliver(Until arrival) {
    List<HttpRequest> due = requests.remove(arrival);
    if (due == null) {
      return false;
    }
    due.forEach(Undelivered::send);
    return true;
  }

  private static void send(HttpRequest request) {
    try {
      OwnConnection.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A life without end, in which what is due at its first write arrives before that. */
  Life nextLife() {
    return boundary -> {
      if (boundary.startsWith("on its way ")) {
        deliver(Until.NEXT_WRITE);
      }
      return true;
    };
  }
}
