package io.odoosync.report;

/**
 * What a run exchanged with Odoo.
 *
 * @param calls calls of model methods, each counted once however often it was tried
 * @param retries attempts beyond each call's first
 * @param bytesSent size of the requests' bodies
 * @param bytesReceived size of the answers' bodies
 */
public record Traffic(long calls, long retries, long bytesSent, long bytesReceived) {

  /** One line for a log. */
  @Override
  public String toString() {
    return calls
        + " calls, "
        + retries
        + " retries, "
        + bytesSent
        + " bytes sent, "
        + bytesReceived
        + " bytes received";
  }
}
