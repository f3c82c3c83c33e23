package io.odoosync.spring.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Somebody who travels with a class. */
@Entity
public class Teacher {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Version Integer version;
  String name;
  String email;
  String phone;

  // region mirror
  @Column(insertable = false, updatable = false)
  Long odooPartnerId;

  // endregion

  protected Teacher() {}

  public Teacher(String name) {
    this.name = name;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  public String phone() {
    return phone;
  }

  public void callAt(String number) {
    this.phone = number;
  }

  public Long odooPartnerId() {
    return odooPartnerId;
  }
}
