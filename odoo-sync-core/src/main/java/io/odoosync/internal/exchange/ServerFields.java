package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.CallMender;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the server's models, each model asked for once a run, and the last look at each
 * call: no field leaves that the server does not have. The model of what is written is asked for
 * before; that of what is only read when Odoo refuses it, which does no harm and almost never
 * happens.
 *
 * <p>What makes no sense without a field is stopped by whoever sends it. Here a call goes without,
 * and somebody is told once. What is read or searched by is needed, or it would not be asked for:
 * without it, decisions would be other ones, so the run stops.
 */
public final class ServerFields implements CallMender {

  private static final Set<String> IDS = Set.of("id", ".id");

  /** With these a server refuses a field; 20 hides it behind the last one. */
  private static final Set<String> MAYBE_FIELDS =
      Set.of("builtins.ValueError", "builtins.KeyError", "builtins.AssertionError");

  private static final Set<String> WRITING = Set.of("create", "load", "web_save_multi", "write");

  private final OdooClient plain;
  private OdooClient asked;
  private final BiConsumer<String, Set<String>> told;
  private final Map<String, ModelFields> models = new HashMap<>();
  private final Map<String, Set<String>> absent = new HashMap<>();
  private final Set<String> askedAgain = new HashSet<>();

  /**
   * Makes it for one run.
   *
   * @param plain asks for the fields
   * @param told hears, once each, of fields that a call named and that are not there, by model
   */
  public ServerFields(OdooClient plain, BiConsumer<String, Set<String>> told) {
    this(plain, plain, told);
  }

  /**
   * Makes it for one run.
   *
   * @param known asks for all fields of a model, unless they are known
   * @param anew asks for them in any case
   * @param told hears, once each, of fields that a call named and that are not there, by model
   */
  public ServerFields(OdooClient known, OdooClient anew, BiConsumer<String, Set<String>> told) {
    this.plain = anew;
    this.asked = known;
    this.told = told;
  }

  /**
   * All fields of a model.
   *
   * @throws OdooRequestException if the server has no such model
   */
  public ModelFields of(String model) {
    ModelFields known = models.get(model);
    if (known == null) {
      known = new ModelFields(asked.fieldsGet(model, List.of()));
      models.put(model, known);
    }
    return known;
  }

  @Override
  public MethodCall before(MethodCall call) {
    return switch (call.method()) {
      case "read", "search_read" -> readable(call);
      case "write" -> call.positional("vals", kept(call.model(), given(call, "vals")));
      case "create", "web_save_multi" ->
          call.positional(
              "vals_list",
              given(call, "vals_list").list().orElse(List.of()).stream()
                  .map(values -> kept(call.model(), values))
                  .toList());
      case "load" -> loaded(call);
      default -> call;
    };
  }

  private MethodCall readable(MethodCall read) {
    ModelFields known = models.get(read.model());
    if (known != null) {
      requireAll(read.model(), CallFields.read(read), known.names());
    }
    return read;
  }

  /**
   * Makes sure that a model has fields without which its records would seem to be others, or to be
   * somewhere else.
   *
   * @param types the fields, each with the types that it is read as
   * @throws RunStoppedException if it lacks one, or has one of another type
   */
  public void require(String model, Map<String, Set<String>> types) {
    requireAll(model, types.keySet(), of(model).names());
    requireTypes(model, types);
  }

  /**
   * The same of fields that it may lack.
   *
   * @throws RunStoppedException if it has one of another type
   */
  public void requireTypes(String model, Map<String, Set<String>> types) {
    types.forEach(
        (name, wanted) -> {
          FieldDefinition there = of(model).byName().get(name);
          if (there != null && !wanted.contains(there.type())) {
            throw stop(
                model,
                "Odoo's " + model + "." + name + " is of type " + there.type() + ", not " + wanted,
                "Sync with an Odoo that has it so.");
          }
        });
  }

  private static void requireAll(String model, Collection<String> asked, Set<String> there) {
    Set<String> gone = new TreeSet<>(asked);
    gone.removeAll(there);
    gone.removeAll(IDS);
    if (!gone.isEmpty()) {
      throw stop(
          model,
          "Odoo's model "
              + model
              + " has no "
              + gone
              + ", or does not show it to the integration user",
          "Let the integration user see it, or sync with an Odoo that has it.");
    }
  }

  private static RunStoppedException stop(String model, String reason, String advice) {
    return new RunStoppedException(
        Failure.of(FailureCause.MISSING_IN_ODOO, reason, advice).onModel(model), null);
  }

  private static OdooValue given(MethodCall call, String argument) {
    return call.positional().getOrDefault(argument, OdooValue.NULL);
  }

  private OdooValue kept(String model, OdooValue values) {
    Set<String> names = values.map().map(Map::keySet).orElse(Set.of());
    Set<String> gone = names.isEmpty() ? names : gone(model, names, of(model).names());
    return CallFields.where(values, field -> !gone.contains(field));
  }

  private MethodCall loaded(MethodCall call) {
    Set<String> gone = new TreeSet<>();
    CallFields.columns(call).stream()
        .filter(column -> isAbsent(call.model(), column))
        .forEach(gone::add);
    return gone.isEmpty() ? call : CallFields.withoutColumns(call, gone);
  }

  /** A column names a field, or one of the records that it holds: {@code line_ids/name}. */
  private boolean isAbsent(String model, String column) {
    String[] path = column.split("/", 2);
    boolean here = !gone(model, Set.of(path[0]), of(model).names()).isEmpty();
    String lines = path.length == 1 || IDS.contains(path[1]) ? null : relation(model, path[0]);
    return here || (lines != null && isAbsent(lines, path[1]));
  }

  private @Nullable String relation(String model, String field) {
    FieldDefinition definition = of(model).byName().get(field);
    String relation = definition == null ? null : definition.relation();
    return relation == null || relation.isEmpty() ? null : relation;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RunStoppedException if Odoo refused it because it does not have a field
   */
  @Override
  public void refused(MethodCall call, OdooRequestException why) {
    if (why.isForSize() || why.fault() == OdooRequestException.Fault.UNREADABLE) {
      return;
    }
    Set<String> asked = CallFields.asked(call);
    if (!asked.isEmpty()) {
      requireAll(call.model(), asked, plain.fieldsGet(call.model(), asked).keySet());
    } else if (MAYBE_FIELDS.contains(String.valueOf(why.errorName()))) {
      requireStill(call);
    }
  }

  /**
   * What was known of the model may be old, which is looked at once a run. To go without a field in
   * the middle of a run could change what a record says; the next run decides about that.
   */
  private void requireStill(MethodCall refused) {
    if (!WRITING.contains(refused.method()) || !askedAgain.add(refused.model())) {
      return;
    }
    Set<String> known = absent();
    models.clear();
    asked = plain;
    before(refused);
    Set<String> gone = absent();
    gone.removeAll(known);
    if (!gone.isEmpty()) {
      throw stop(
          refused.model(),
          "this Odoo has no " + gone + " any more, which it had when the run began",
          "Run again: the next run goes without, as far as that makes sense.");
    }
  }

  private Set<String> absent() {
    Set<String> all = new TreeSet<>();
    absent.forEach((model, names) -> names.forEach(name -> all.add(model + "." + name)));
    return all;
  }

  /**
   * Those of these fields that the server does not have; somebody is told of those that are news.
   */
  private Set<String> gone(String model, Set<String> asked, Set<String> there) {
    Set<String> gone = new TreeSet<>(asked);
    gone.removeAll(there);
    gone.removeAll(IDS);
    Set<String> news = new TreeSet<>(gone);
    news.removeAll(absent.getOrDefault(model, Set.of()));
    if (!news.isEmpty()) {
      absent.computeIfAbsent(model, m -> new TreeSet<>()).addAll(news);
      told.accept(model, news);
    }
    return gone;
  }
}
