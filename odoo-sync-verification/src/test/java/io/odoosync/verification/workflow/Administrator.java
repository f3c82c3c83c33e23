package io.odoosync.verification.workflow;

import io.odoosync.LocalKey;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.SyncReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Hears the news and writes them down, unless nobody can be told. */
final class Administrator implements AdminNotifier {

  private final List<AdminNews> heard = new CopyOnWriteArrayList<>();
  private volatile boolean isAway;

  List<AdminNews> heard() {
    return heard;
  }

  AdminNews last() {
    return heard.get(heard.size() - 1);
  }

  void isAway(boolean away) {
    isAway = away;
  }

  @Override
  public void notifyAdministrator(SyncReport report) {
    throw new AssertionError("the news are told, not the report");
  }

  @Override
  public void notifyAdministrator(AdminNews news) {
    if (isAway) {
      throw new IllegalStateException("nobody there");
    }
    heard.add(news);
  }

  /** What began, lasts and ended, as {@code CONTACT teacher/1} or {@code RUN}. */
  static List<String> started(AdminNews news) {
    return named(news.started());
  }

  static List<String> lasting(AdminNews news) {
    return named(news.lasting());
  }

  static List<String> recovered(AdminNews news) {
    return named(news.recovered());
  }

  private static List<String> named(List<AdminNews.Item> items) {
    return items.stream()
        .flatMap(
            item ->
                item.keys().isEmpty()
                    ? Stream.of(item.place().toString())
                    : item.keys().stream().map(LocalKey::toString))
        .toList();
  }
}
