package io.odoosync.internal.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page that holds all it needs: it loads nothing, runs nothing and sends nothing, which its
 * policy makes the browser see to.
 */
public final class Page {

  private static final String POLICY =
      "default-src 'none'; style-src '"
          + hash(Style.SHEET)
          + "'; base-uri 'none'; form-action 'none'";

  private Page() {}

  /**
   * The page.
   *
   * @param title for the tab and the bookmark
   * @param body what is on it
   */
  public static String of(String title, List<Html> body) {
    return "<!DOCTYPE html>\n" + html(title, body) + "\n";
  }

  private static Html html(String title, List<Html> body) {
    return Tag.of("html")
        .with("lang", "en")
        .holding(
            Tag.of("head")
                .holding(
                    Tag.of("meta").with("charset", "utf-8").alone(),
                    Tag.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY)
                        .alone(),
                    meta("viewport", "width=device-width, initial-scale=1"),
                    meta("color-scheme", "light dark"),
                    meta("referrer", "no-referrer"),
                    meta("robots", "noindex"),
                    Tag.of("title").text(title),
                    Tag.of("style").holding(Html.markup(Style.SHEET))),
            Tag.of("body").holding(Tag.of("main").holding(body)));
  }

  private static Html meta(String name, String content) {
    return Tag.of("meta").with("name", name).with("content", content).alone();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }
}
