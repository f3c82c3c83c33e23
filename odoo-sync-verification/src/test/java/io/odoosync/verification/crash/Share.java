package io.odoosync.verification.crash;

import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of many cases are tried. {@code ./mvnw verify} tries every second one, on JSON-2 the others
 * than on JSON-RPC, so that it stays quick; {@code .ci/run} tries the rest as well, by {@code
 * -Dtest.share=OTHER_HALF}.
 */
enum Share {
  HALF(0),
  OTHER_HALF(1),
  ALL(0) {
    @Override
    <T> List<T> of(List<T> cases, OdooRelease release) {
      return cases;
    }
  };

  private final int first;

  Share(int first) {
    this.first = first;
  }

  static Share wanted() {
    return valueOf(System.getProperty("test.share", HALF.name()));
  }

  /** Those of the cases that are tried on a release. */
  <T> List<T> of(List<T> cases, OdooRelease release) {
    List<T> chosen = new ArrayList<>();
    for (int i = release.hasJson2() ? 1 - first : first; i < cases.size(); i += 2) {
      chosen.add(cases.get(i));
    }
    return chosen;
  }
}
