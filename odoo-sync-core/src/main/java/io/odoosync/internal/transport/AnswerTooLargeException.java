package io.odoosync.internal.transport;

import java.io.IOException;

/** An answer takes more memory than allowed. Says which limit that is, and how to raise it. */
final class AnswerTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private AnswerTooLargeException(String message) {
    super(message);
  }

  static AnswerTooLargeException bytes(int limit) {
    return new AnswerTooLargeException(
        "the answer is larger than the " + limit + " bytes that maxResponseBytes allows");
  }

  static AnswerTooLargeException values(int limit) {
    return new AnswerTooLargeException(
        "the answer has more than "
            + limit
            + " values, one for every "
            + OdooJson.BYTES_OF_A_VALUE
            + " bytes that maxResponseBytes allows");
  }
}
