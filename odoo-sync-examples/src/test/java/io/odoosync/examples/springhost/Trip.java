package io.odoosync.examples.springhost;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A journey that a teacher asked for. */
@Entity
class Trip {
  @Id Long id;
  @Version Integer version;
  String title;
  UUID teacherId;
  boolean validated;
  Instant updatedAt;
  Long odooLeadId;

  protected Trip() {}

  Trip(long id, String title, UUID teacherId, Instant now) {
    this.id = id;
    this.title = title;
    this.teacherId = teacherId;
    this.updatedAt = now;
  }
}
