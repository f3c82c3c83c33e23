package io.odoosync.testkit;

/**
 * A release of Odoo that {@link InProcessOdoo} can behave as, each measured on a real server; what
 * differs between them is a {@link Fact} with a boundary of its own. The server of 20 was the code
 * of a month before 20.0, which named itself so.
 */
public enum OdooRelease {
  /** Odoo 14.0: JSON-RPC only. */
  V14(14, "14.0"),
  /** Odoo 16.0: JSON-RPC only. */
  V16(16, "16.0-20230301"),
  /** Odoo 17.0: JSON-RPC only. */
  V17(17, "17.0-20240709"),
  /** Odoo 18.0, of May 2025: JSON-RPC only. */
  V18(18, "18.0-20250506"),
  /** Odoo 19.0: JSON-2, and JSON-RPC. */
  V19(19, "19.0"),
  /** Odoo 20.0: JSON-2, and JSON-RPC. */
  V20(20, "20.0");

  private final int major;
  private final String serverVersion;

  OdooRelease(int major, String serverVersion) {
    this.major = major;
    this.serverVersion = serverVersion;
  }

  /** The first number of the release, such as 19. */
  public int major() {
    return major;
  }

  /** What the server answers as its {@code server_version}, which may carry a build suffix. */
  public String serverVersion() {
    return serverVersion;
  }

  /**
   * What the server answers as its {@code server_serie}, such as {@code 19.0}. The measured 20
   * named the intermediate release that it was made of.
   */
  public String serie() {
    return this == V20 ? "saas~19.4" : major + ".0";
  }

  /** Whether the release serves {@code POST /json/2}. */
  public boolean hasJson2() {
    return has(Fact.JSON_2);
  }

  /** Whether a fact holds on this release. */
  public boolean has(Fact fact) {
    return fact.holdsOn(major);
  }

  /** Whether this release is the given one or newer. */
  public boolean isAtLeast(OdooRelease other) {
    return major >= other.major;
  }
}
