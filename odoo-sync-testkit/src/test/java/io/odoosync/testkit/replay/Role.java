package io.odoosync.testkit.replay;

import io.odoosync.testkit.Account;
import io.odoosync.testkit.InProcessOdoo;

/** Who called. */
enum Role {
  ADMIN,
  SYNC,
  PLAIN;

  /** The recorded servers had their users in this order: admin 2, sync, person, plain. */
  static Role of(int user, int major) {
    int sync = sync(major);
    return user == 2 ? ADMIN : user == sync + 2 ? PLAIN : SYNC;
  }

  /** JSON-2 recordings do not say whose key they used; their names tell the exceptions. */
  static Role of(String topic) {
    if (topic.endsWith("_admin")) {
      return topic.equals("lead_merge_read_admin") ? SYNC : ADMIN;
    }
    boolean plain = topic.contains("access_error") || topic.endsWith("_denied");
    return plain ? PLAIN : SYNC;
  }

  private static int sync(int major) {
    return major >= 19 ? 5 : 6;
  }

  /** The id that this user had where the recordings of a release were made. */
  int recorded(int major) {
    return switch (this) {
      case ADMIN -> 2;
      case SYNC -> sync(major);
      case PLAIN -> sync(major) + 2;
    };
  }

  Account account(InProcessOdoo odoo) {
    return switch (this) {
      case ADMIN -> odoo.administrator();
      case SYNC -> odoo.integrationUser();
      case PLAIN -> odoo.plainUser();
    };
  }
}
