package io.odoosync.spring.school;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.spring.KeysetPages;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

// region source
/** Teachers, who are partners in Odoo. Their phones are Odoo's. */
@Component
class TeacherSource implements ContactSource {

  private final Teachers teachers;

  TeacherSource(Teachers teachers) {
    this.teachers = teachers;
  }

  @Override
  public Stream<Contact> contacts() {
    return KeysetPages.stream(0L, teachers::findTop500ByIdGreaterThanOrderById, Teacher::id)
        .map(TeacherSource::contact);
  }

  @Override
  public List<Contact> find(Collection<LocalKey> keys) {
    List<Long> ids = keys.stream().map(key -> Long.valueOf(key.id())).toList();
    return teachers.findAllById(ids).stream().map(TeacherSource::contact).toList();
  }

  @Override
  @Transactional
  public void apply(ContactChange change) {
    Teacher teacher = teachers.findById(Long.valueOf(change.key().id())).orElseThrow();
    if (!contact(teacher).equals(change.before())) {
      throw new OptimisticLockingFailureException(change.key() + " has changed since it was read");
    }
    teacher.phone = change.after().phone();
  }

  private static Contact contact(Teacher teacher) {
    return Contact.builder(LocalKey.of("teacher", teacher.id))
        .name(teacher.name)
        .email(teacher.email)
        .phone(teacher.phone)
        .build();
  }
}
// endregion
