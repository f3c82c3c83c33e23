package io.odoosync.testkit;

/** A release of Odoo that {@link InProcessOdoo} can behave as. Measured on 14.0, 18.0 and 19.0. */
public enum OdooRelease {
  /** Odoo 14.0: JSON-RPC only. */
  V14(14, "14.0"),
  /** Odoo 18.0: JSON-RPC only. */
  V18(18, "18.0+e-20241005"),
  /** Odoo 19.0: JSON-2, and JSON-RPC. */
  V19(19, "19.0");

  private final int major;
  private final String serverVersion;

  OdooRelease(int major, String serverVersion) {
    this.major = major;
    this.serverVersion = serverVersion;
  }

  /** The first number of the release: 14, 18 or 19. */
  public int major() {
    return major;
  }

  /** What the server answers as its {@code server_version}, which may carry a build suffix. */
  public String serverVersion() {
    return serverVersion;
  }

  /** Whether the release serves {@code POST /json/2}. */
  public boolean hasJson2() {
    return major >= 19;
  }

  /** Whether this release is the given one or newer. */
  public boolean isAtLeast(OdooRelease other) {
    return major >= other.major;
  }
}
