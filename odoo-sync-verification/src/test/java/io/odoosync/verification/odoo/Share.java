package io.odoosync.verification.odoo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which of many cases are tried: parts {@code first} to {@code last} of {@code parts}, given as
 * {@code -Dtest.share=1/96} or {@code 2-12/96}; {@code 1/1} is all. Each server begins at another
 * place, so that the servers together try more than each of them alone.
 */
public record Share(int first, int last, int parts) {

  /** What {@code ./mvnw verify} tries, so that it stays quick. {@code .ci/run} tries more. */
  private static final String QUICK = "1/96";

  private static final Pattern FORM = Pattern.compile("(\\d+)(?:-(\\d+))?/(\\d+)");

  /** All cases. */
  public static final Share ALL = new Share(1, 1, 1);

  /** Checks the numbers. */
  public Share {
    if (first < 1 || last < first || parts < last) {
      throw new IllegalArgumentException("no share: " + first + "-" + last + "/" + parts);
    }
  }

  /** The share that this run of the tests was asked for. */
  public static Share wanted() {
    return parse(System.getProperty("test.share", QUICK));
  }

  static Share parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("test.share is not like 1/96 or 2-12/96: " + text);
    }
    int first = Integer.parseInt(form.group(1));
    int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
    return new Share(first, last, Integer.parseInt(form.group(3)));
  }

  /**
   * Those of the cases that are tried on one of some servers.
   *
   * @param server which of them, from 0
   * @param servers how many there are
   */
  public <T> List<T> of(List<T> cases, int server, int servers) {
    int start = server * parts / servers;
    return IntStream.range(0, cases.size())
        .filter(i -> isOurs((i + start) % parts))
        .mapToObj(cases::get)
        .toList();
  }

  private boolean isOurs(int part) {
    return part >= first - 1 && part < last;
  }
}
