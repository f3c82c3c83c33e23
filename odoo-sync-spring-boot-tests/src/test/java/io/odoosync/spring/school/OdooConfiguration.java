package io.odoosync.spring.school;

import io.odoosync.EntityType;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.jdbc.Mirror;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// region configuration
@Configuration
class OdooConfiguration {

  @Bean
  Mirror teachersInOdoo() {
    return Mirror.of(EntityType.CONTACT, "teacher")
        .table("teacher")
        .key("id")
        .odooId("odoo_partner_id");
  }

  @Bean
  ConflictPolicy conflictPolicy() {
    return ConflictPolicy.ownedByOdoo("phone").otherwise(ConflictPolicy.localWins());
  }
}
// endregion
