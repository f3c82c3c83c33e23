package io.odoosync.testkit.internal.orm;

import java.util.Set;

/** Who calls. The superuser passes every access check. */
public record User(int id, String login, int partner, Set<String> groups, boolean superuser) {
  public static final int SUPERUSER_ID = 1;

  public User {
    groups = Set.copyOf(groups);
  }

  public User asSuperuser() {
    return new User(id, login, partner, groups, true);
  }

  public boolean hasGroup(String group) {
    return groups.contains(group);
  }
}
