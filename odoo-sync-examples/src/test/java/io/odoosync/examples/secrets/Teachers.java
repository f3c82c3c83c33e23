package io.odoosync.examples.secrets;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One teacher, of a source that can be made to throw. */
final class Teachers implements ContactSource {

  static final LocalKey KEY = LocalKey.of("teacher", 1);

  String phone = "+33 1";
  @Nullable RuntimeException whenRead;
  @Nullable RuntimeException whenTaking;

  @Override
  public Stream<Contact> contacts() {
    if (whenRead != null) {
      throw whenRead;
    }
    return Stream.of(Contact.builder(KEY).name("Ada Lovelace").phone(phone).build());
  }

  @Override
  public void apply(ContactChange change) {
    if (whenTaking != null) {
      throw whenTaking;
    }
  }
}
