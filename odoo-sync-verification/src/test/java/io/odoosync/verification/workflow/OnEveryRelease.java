package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A suite that is run on each release of the in-process Odoo, since the release plays a part: the
 * oldest and the newest by {@code ./mvnw verify}, so that it stays quick, the others by {@code
 * .ci/run} with {@code -Dtest.releases=rest}, all by {@code -Dtest.releases=all}.
 */
@ParameterizedClass
@ArgumentsSource(OnEveryRelease.Releases.class)
@Tag("more")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OnEveryRelease {

  /** The releases that are wanted in this run of the tests. */
  final class Releases implements ArgumentsProvider {

    private static final Set<OdooRelease> SOME = EnumSet.of(OdooRelease.V14, OdooRelease.V20);

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return wanted().stream().map(Arguments::of);
    }

    private static Set<OdooRelease> wanted() {
      String wanted = System.getProperty("test.releases", "some");
      return switch (wanted) {
        case "some" -> SOME;
        case "rest" -> EnumSet.complementOf(EnumSet.copyOf(SOME));
        case "all" -> EnumSet.allOf(OdooRelease.class);
        default ->
            throw new IllegalArgumentException("test.releases is some, rest or all: " + wanted);
      };
    }
  }
}
