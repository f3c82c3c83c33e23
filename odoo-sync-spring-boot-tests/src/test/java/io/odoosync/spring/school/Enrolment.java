package io.odoosync.spring.school;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service that changes what is synced. */
@Service
public class Enrolment {

  private final Teachers teachers;
  private final Outbox outbox;

  Enrolment(Teachers teachers, Outbox outbox) {
    this.teachers = teachers;
    this.outbox = outbox;
  }

  // region outbox
  @Transactional
  public Teacher save(Teacher teacher) {
    Teacher saved = teachers.save(teacher);
    outbox.changed(EntityType.CONTACT, List.of(LocalKey.of("teacher", saved.id())));
    return saved;
  }

  // endregion

  /** Saves, and then fails like any service may. */
  @Transactional
  public void saveAndFail(Teacher teacher) {
    save(teacher);
    throw new IllegalStateException("the credit card was refused");
  }
}
