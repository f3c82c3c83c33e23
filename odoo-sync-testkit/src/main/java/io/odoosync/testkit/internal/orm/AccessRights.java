package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.ModelSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which group may do what with which model. */
public final class AccessRights {

  /** An operation that rights are about. */
  public enum Operation {
    CREATE("create"),
    READ("access"),
    WRITE("modify"),
    UNLINK("delete");

    private final String verb;

    Operation(String verb) {
      this.verb = verb;
    }

    char letter() {
      return this == UNLINK ? 'd' : Character.toLowerCase(name().charAt(0));
    }

    public static Operation named(String name) {
      return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
  }

  private record Right(String group, String groupName, String operations) {
    boolean grants(Operation operation) {
      return operations.indexOf(operation.letter()) >= 0;
    }

    boolean isFor(User user) {
      return group.isEmpty() || user.hasGroup(group);
    }
  }

  private static final Comparator<String> BY_FAMILY =
      Comparator.comparing(AccessRights::isAlone).thenComparing(Comparator.naturalOrder());

  private final Map<String, List<Right>> rights = new HashMap<>();

  public AccessRights(List<Map<String, Object>> source) {
    source.forEach(this::add);
  }

  public boolean allows(User user, String model, Operation operation) {
    return user.superuser()
        || granting(model, operation).stream().anyMatch(right -> right.isFor(user));
  }

  public void require(Env env, ModelSchema model, Operation operation) {
    if (!allows(env.user(), model.name(), operation)) {
      throw OdooError.access(refusal(env, model, operation));
    }
  }

  private void add(Map<String, Object> row) {
    String group = row.get("group") instanceof String name ? name : "";
    Right right =
        new Right(group, String.valueOf(row.get("group_name")), String.valueOf(row.get("perms")));
    rights.computeIfAbsent(String.valueOf(row.get("model")), key -> new ArrayList<>()).add(right);
  }

  private List<Right> granting(String model, Operation operation) {
    return rights.getOrDefault(model, List.of()).stream()
        .filter(right -> right.grants(operation))
        .toList();
  }

  private String refusal(Env env, ModelSchema model, Operation operation) {
    Stream<String> names = granting(model.name(), operation).stream().map(Right::groupName);
    String groups =
        (env.has(Fact.REFUSALS_NAME_ALL_GROUPS) ? names.distinct() : names.sorted(BY_FAMILY))
            .map(name -> "\n\t- " + name)
            .collect(Collectors.joining());
    String who =
        groups.isEmpty()
            ? "No group currently allows this operation."
            : "This operation is allowed for the following groups:" + groups;
    return "You are not allowed to %s '%s' (%s) records.\n\n%s\n\nContact your administrator to request access if necessary."
        .formatted(operation.verb, model.description(), model.name(), who);
  }

  /** Whether a group belongs to no family; those are named last. */
  private static boolean isAlone(String group) {
    return !group.contains("/") || group.contains(" / ");
  }
}
