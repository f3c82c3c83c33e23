package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.OdooRequest;
import java.time.Duration;
import java.util.Map;

/**
 * What calls cost a real server: Odoo 19 with threads, on two shared cores, in medians of three
 * runs. Writing has a part that is paid once a call, which is why one by one is slow.
 */
public final class MeasuredCost {
  private static final double CALL = 11;
  private static final double ROW_READ = 0.06;
  private static final Price OTHER_CREATION = new Price(18, 2, 2);
  private static final Price UPDATE = new Price(15, 2.9, 1.1);
  private static final Price UPDATES = new Price(15, 5.6, 2.2);
  private static final Price POSTING = new Price(72, 26, 26);

  /** A row of a table that is loaded is a line of an invoice, not an invoice. */
  private static final Map<String, Price> CREATIONS =
      Map.of(
          "res.partner", new Price(18, 1.8, 1.4),
          "crm.lead", new Price(35, 11.8, 3.6),
          "account.move", new Price(135, 18, 18));

  private MeasuredCost() {}

  /**
   * In milliseconds.
   *
   * @param call once
   * @param row for each record
   * @param untracked the same with {@code tracking_disable}
   */
  private record Price(double call, double row, double untracked) {
    double of(OdooRequest request, int rows) {
      boolean tracks = !Boolean.TRUE.equals(request.context().get("tracking_disable"));
      return call + rows * (tracks ? row : untracked);
    }
  }

  /** How long a request takes. */
  public static Duration of(OdooRequest request, int rows) {
    double work =
        switch (request.method()) {
          case "load", "create" ->
              CREATIONS.getOrDefault(request.model(), OTHER_CREATION).of(request, rows);
          case "write", "web_save" -> UPDATE.of(request, rows);
          case "web_save_multi" -> rows == 0 ? 0 : UPDATES.of(request, rows);
          case "action_post" -> POSTING.of(request, rows);
          default -> ROW_READ * rows;
        };
    return Duration.ofNanos((long) ((CALL + work) * 1_000_000));
  }
}
