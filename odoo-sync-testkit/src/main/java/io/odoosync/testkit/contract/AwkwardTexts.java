package io.odoosync.testkit.contract;

import java.util.List;

/** Texts that differ, though a database or a careless query may take them for equal or for code. */
final class AwkwardTexts {

  static final List<String> IDS =
      List.of(
          "1",
          "01",
          "10",
          "2",
          "-1",
          "1.0",
          "a",
          "A",
          "á",
          "a\u0301",
          "\u00E4",
          "ae",
          "z",
          "Z",
          " ",
          "  ",
          "a ",
          " a",
          "a  b",
          "a b",
          "\u00A0",
          "ss",
          "\u00DF",
          "i",
          "I",
          "\u0131",
          "\u0130",
          "'",
          "''",
          "O'Neil",
          "\"",
          "\\",
          "\\'",
          "%",
          "_",
          "?",
          "$1",
          ":id",
          "{d}",
          ";--",
          "/",
          "a/b",
          "a.b",
          "a,b",
          "null",
          "NULL",
          "x'); DROP TABLE odoo_sync_links; --",
          "\u6F22\u5B57",
          "\u05D0\u05D1",
          "\uE000",
          "\uFFFD",
          "\uFF21",
          "\uD83D\uDE00",
          "\uD800\uDC00",
          "\uDBFF\uDFFD",
          "\u200B",
          "\uFEFF",
          "x".repeat(200),
          "x".repeat(199) + "y",
          "\uD83D\uDE00".repeat(100),
          "\u6F22".repeat(200));

  static final List<String> MESSAGES =
      List.of(
          "",
          " ",
          "  x ",
          "O'Neil \"said\" \\ %_ ?1 $1 :a {d} ; --",
          "one\ntwo\r\nthree\tfour",
          "\u6F22\u5B57 \uD83D\uDE00 \uE000 \u05D0",
          "null",
          "x".repeat(4_000),
          "\u6F22".repeat(4_000),
          "\uD83D\uDE00".repeat(2_000));

  private AwkwardTexts() {}
}
