package io.odoosync.spring.test;

import io.odoosync.testkit.OdooRelease;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of the application with an Odoo in the process:
 *
 * <pre>{@code
 * @OdooSyncTest
 * class TeacherSyncTest {
 *   @Autowired SyncEngine engine;
 *   @Autowired InProcessOdoo odoo;
 *
 *   @Test
 *   void runAll_newTeacher_isInOdoo() { … }
 * }
 * }</pre>
 *
 * <p>It is a {@link SpringBootTest} whose {@code odoo.sync.url}, {@code database}, {@code login}
 * and {@code api-key} are those of an {@link io.odoosync.testkit.InProcessOdoo}, which is a bean;
 * the namespace is the application's own. Unless the configuration says otherwise, nothing is
 * scheduled ({@code odoo.sync.schedule.enabled=false}) and the tables of the stores are created
 * ({@code odoo.sync.stores.schema=create}). Odoo lives as long as the application context, which
 * Spring keeps for other tests like this one; what a test leaves in it, the next one finds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
public @interface OdooSyncTest {

  /**
   * The release that Odoo behaves as.
   *
   * @return 19 by default
   */
  OdooRelease release() default OdooRelease.V19;

  /**
   * Properties of this test.
   *
   * @return as those of {@link SpringBootTest}
   */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties() default {};

  /**
   * The configuration of the application.
   *
   * @return as that of {@link SpringBootTest}; found by itself if there is none
   */
  @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
  Class<?>[] classes() default {};

  /**
   * Whether there is a server.
   *
   * @return as that of {@link SpringBootTest}
   */
  @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
  SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;
}
