package io.odoosync.docs.page;

/**
 * A link or a picture of a page, as it is written.
 *
 * @param target where it leads
 * @param text what a reader sees; of a picture, what is read in its stead
 * @param isPicture whether it is shown, not followed
 */
public record Link(String target, String text, boolean isPicture) {

  /**
   * Whether it leads out of the repository.
   *
   * @return {@code true} if it begins with a scheme or names a host
   */
  public boolean isExternal() {
    return target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
  }

  /**
   * The file that it leads to, relative to its page.
   *
   * @return empty if it leads to the page itself
   */
  public String file() {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }

  /**
   * The anchor that it leads to.
   *
   * @return without the sign before it; empty if there is none
   */
  public String anchor() {
    int hash = target.indexOf('#');
    return hash < 0 ? "" : target.substring(hash + 1);
  }
}
