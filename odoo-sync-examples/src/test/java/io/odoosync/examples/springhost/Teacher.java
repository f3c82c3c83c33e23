package io.odoosync.examples.springhost;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Somebody who travels with a class. Saved with all columns, the mirrored one included. */
@Entity
class Teacher {
  @Id UUID id;
  @Version Integer version;
  String name;
  String email;
  String phone;
  Instant updatedAt;
  Long odooPartnerId;

  protected Teacher() {}

  Teacher(UUID id, String name, Instant now) {
    this.id = id;
    this.name = name;
    this.updatedAt = now;
  }
}
