package io.odoosync.examples.springhost;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.PropertyChange;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Teachers, who become partners. Their phones are Odoo's. */
@Component
class JpaContactSource implements ContactSource {

  private final Teachers teachers;
  private final EntityManager entities;
  private final TransactionTemplate transaction;

  JpaContactSource(Teachers teachers, EntityManager entities, TransactionTemplate transaction) {
    this.teachers = teachers;
    this.entities = entities;
    this.transaction = transaction;
  }

  static LocalKey key(UUID id) {
    return LocalKey.of("teacher", id.toString());
  }

  private static UUID id(LocalKey key) {
    return UUID.fromString(key.id());
  }

  @Override
  public Stream<Contact> contacts() {
    return Pages.stream(
            teachers::findTop10ByOrderById,
            teachers::findTop10ByIdGreaterThanOrderById,
            (Teacher teacher) -> teacher.id)
        .map(JpaContactSource::contact);
  }

  @Override
  public List<Contact> find(Collection<LocalKey> keys) {
    return teachers.findAllById(keys.stream().map(JpaContactSource::id).toList()).stream()
        .map(JpaContactSource::contact)
        .toList();
  }

  /** Whoever has the row open makes this one fail, not wait; the next run tries again. */
  @Override
  public void apply(ContactChange change) {
    transaction.executeWithoutResult(
        status -> {
          entities.createNativeQuery("SET LOCAL lock_timeout = '50ms'").executeUpdate();
          Teacher teacher = teachers.findById(id(change.key())).orElseThrow();
          change.changes().forEach(each -> take(teacher, each));
        });
  }

  private static void take(Teacher teacher, PropertyChange change) {
    if (!change.property().equals("phone")) {
      throw new IllegalArgumentException("Odoo does not own " + change.property());
    }
    teacher.phone = change.after().text().orElse(null);
  }

  private static Contact contact(Teacher teacher) {
    return Contact.builder(key(teacher.id))
        .name(teacher.name)
        .email(teacher.email)
        .phone(teacher.phone)
        .updatedAt(teacher.updatedAt)
        .build();
  }
}
