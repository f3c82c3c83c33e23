package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockNameTest {

  private static final String LONGEST = "n".repeat(LockName.MAX_LENGTH);

  @Test
  void of_nameThatFits_isItself() {
    assertThat(LockName.of("odoo-sync:__school__")).isEqualTo("odoo-sync:__school__");
    assertThat(LockName.of(LONGEST)).isEqualTo(LONGEST);
  }

  @Test
  void of_longerNames_fitAreToldApartAndStayTheSame() {
    String one = LockName.of(LONGEST + "1");
    assertThat(one).hasSize(LockName.MAX_LENGTH).startsWith("n".repeat(31) + "~");
    assertThat(one).isNotEqualTo(LockName.of(LONGEST + "2")).isEqualTo(LockName.of(LONGEST + "1"));
  }
}
