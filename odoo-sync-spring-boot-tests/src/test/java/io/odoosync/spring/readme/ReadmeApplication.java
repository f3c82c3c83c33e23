package io.odoosync.spring.readme;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.spring.KeysetPages;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest application that is in step with Odoo, over the tables of the school. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = Teachers.class)
class ReadmeApplication {

  // region source
  @Bean
  ContactSource contacts(Teachers teachers) {
    return () ->
        KeysetPages.stream(0L, teachers::findTop500ByIdGreaterThanOrderById, Teacher::id)
            .map(teacher -> contact(teacher));
  }

  private static Contact contact(Teacher teacher) {
    return Contact.builder(LocalKey.of("teacher", teacher.id())).name(teacher.name()).build();
  }
  // endregion
}
