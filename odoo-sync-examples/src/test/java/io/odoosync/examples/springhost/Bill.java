package io.odoosync.examples.springhost;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What a teacher is to pay. People may write a note on it, nothing else changes. */
@Entity
class Bill {
  @Id Long id;
  @Version Integer version;
  String number;
  UUID teacherId;
  LocalDate issued;
  BigDecimal amount;
  String note;
  Long odooInvoiceId;

  protected Bill() {}

  Bill(long id, UUID teacherId, LocalDate issued, BigDecimal amount) {
    this.id = id;
    this.number = "B-" + id;
    this.teacherId = teacherId;
    this.issued = issued;
    this.amount = amount;
  }
}
