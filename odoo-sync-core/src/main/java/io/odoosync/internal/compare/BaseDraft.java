package io.odoosync.internal.compare;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link Base} that is being made. */
final class BaseDraft {
  Map<String, Base.Agreed> fields = Map.of();
  Map<String, Base.Agreed> told = Map.of();
  Map<String, String> names = Map.of();
  Map<String, String> pulled = Map.of();
  Set<String> absent = Set.of();
  @Nullable Instant writeDate;
  @Nullable String document;
  boolean asIs;
  boolean guest;
  @Nullable MappedFrom mappedFrom;
}
