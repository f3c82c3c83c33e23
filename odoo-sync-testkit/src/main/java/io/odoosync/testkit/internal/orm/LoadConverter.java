package io.odoosync.testkit.internal.orm;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the cells of a record into values that can be written. */
final class LoadConverter {
  private static final Set<String> TRUE_WORDS = Set.of("1", "true", "yes");
  private static final Set<String> FALSE_WORDS = Set.of("", "0", "false", "no");

  private final Model model;
  private final LoadMessages messages;
  private final LoadReferences references;

  LoadConverter(Model model, LoadMessages messages, Load load) {
    this(model, messages, new LoadReferences(model.env(), messages, load));
  }

  private LoadConverter(Model model, LoadMessages messages, LoadReferences references) {
    this.model = model;
    this.messages = messages;
    this.references = references;
  }

  /**
   * A cell that can't be converted. The text has {@code %(field)s} where the field's label goes.
   */
  static final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> more;
    private final boolean bare;

    BadCell(String text, Map<String, Object> more) {
      this(text, more, false);
    }

    private BadCell(String text, Map<String, Object> more, boolean bare) {
      super(text);
      this.more = more;
      this.bare = bare;
    }

    /** A cell about which nothing but the text is said. */
    static BadCell bare(String text) {
      return new BadCell(text, Map.of(), true);
    }

    boolean isBare() {
      return bare;
    }

    String text() {
      return String.valueOf(getMessage());
    }

    Map<String, Object> more() {
      return more;
    }

    BadCell inside(String label) {
      return new BadCell(text().replace("%(field)s", "%(field)s/" + label), more, bare);
    }
  }

  /** Whether the transaction is broken: Odoo 14, after a database id that is not a number. */
  boolean broken() {
    return references.broken();
  }

  Map<String, Object> convert(Map<String, Object> cells, LoadMessages.Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    cells.forEach(
        (name, cell) -> {
          if (!LoadRows.isReference(name)) {
            put(values, name, cell, place);
          }
        });
    return values;
  }

  private void put(Map<String, Object> values, String name, Object cell, LoadMessages.Place place) {
    Field field = model.schema().field(name).orElseThrow();
    try {
      values.put(name, converted(field, cell, place));
    } catch (BadCell e) {
      messages.error(place, name, text(e, field), more(e, field));
    }
  }

  private static String text(BadCell bad, Field field) {
    return bad.text().replace("%(field)s", field.label());
  }

  private Map<String, Object> more(BadCell bad, Field field) {
    Map<String, Object> more = new LinkedHashMap<>(bad.more());
    if (model.env().has(Fact.LOAD_NAMES_LABELS) && !bad.isBare()) {
      more.put("field_name", field.label());
    }
    return more;
  }

  private Object converted(Field field, Object cell, LoadMessages.Place place) throws BadCell {
    if (!Python.isTrue(cell)) {
      return field.type().isToMany() ? List.of(List.of(6, 0, List.of())) : (Object) false;
    }
    return switch (field.type()) {
      case BOOLEAN -> bool(field, lower(cell), cell, place);
      case INTEGER, MANY2ONE_REFERENCE -> integer(cell);
      case FLOAT, MONETARY -> decimal(cell);
      case SELECTION -> selection(field, cell);
      case DATE -> date(cell);
      case DATETIME -> time(cell);
      case JSON -> json(cell);
      case MANY2ONE -> references.one(field, only(cell), place);
      case MANY2MANY -> List.of(List.of(6, 0, references.many(field, only(cell), place)));
      case ONE2MANY -> lines(field, cell, place);
      default -> cell;
    };
  }

  private static String lower(Object cell) {
    if (!(cell instanceof String text)) {
      String type = cell instanceof Boolean ? "bool" : cell instanceof Integer ? "int" : "float";
      throw OdooError.python("AttributeError", "'" + type + "' object has no attribute 'lower'");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private Object bool(Field field, String word, Object cell, LoadMessages.Place place) {
    if (!TRUE_WORDS.contains(word) && !FALSE_WORDS.contains(word)) {
      String text = "Unknown value '%s' for boolean field '%s'".formatted(cell, field.label());
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("moreinfo", "Use '1' for yes and '0' for no");
      if (model.env().has(Fact.LOAD_REFUSES_BOOLEAN_WORDS)) {
        more.put("field_name", field.label());
        messages.error(place, field.name(), text, more);
      } else {
        messages.warning(place, field.name(), text + ", assuming 'yes'", more);
      }
    }
    return !FALSE_WORDS.contains(word);
  }

  private static Object integer(Object cell) throws BadCell {
    try {
      return Python.integer(cell);
    } catch (OdooError e) {
      throw new BadCell(
          "'" + cell + "' does not seem to be an integer for field '%(field)s'", Map.of());
    }
  }

  private static Object decimal(Object cell) throws BadCell {
    try {
      return Python.decimal(cell);
    } catch (OdooError e) {
      throw new BadCell(
          "'" + cell + "' does not seem to be a number for field '%(field)s'", Map.of());
    }
  }

  private Object selection(Field field, Object cell) throws BadCell {
    String word = model.env().has(Fact.LOAD_FOLDS_SELECTIONS) ? lower(cell) : String.valueOf(cell);
    for (List<Object> pair : field.selection()) {
      if (pair.stream().anyMatch(part -> folded(part).equals(word))) {
        return pair.get(0);
      }
    }
    List<Object> labels = field.selection().stream().map(pair -> pair.get(1)).toList();
    throw new BadCell(
        "Value '" + cell + "' not found in selection field '%(field)s'",
        Map.of("moreinfo", labels));
  }

  private String folded(Object part) {
    boolean folds = model.env().has(Fact.LOAD_FOLDS_SELECTIONS);
    return folds ? part.toString().toLowerCase(Locale.ROOT) : part.toString();
  }

  private static Object json(Object cell) throws BadCell {
    try {
      return Json.plain(Json.parse(String.valueOf(cell)));
    } catch (JsonProcessingException e) {
      throw BadCell.bare("'" + cell + "' does not seem to be a valid JSON for field '%(field)s'");
    }
  }

  private static Object date(Object cell) throws BadCell {
    return Moments.parseDate(String.valueOf(cell))
        .orElseThrow(
            () ->
                new BadCell(
                    "'" + cell + "' does not seem to be a valid date for field '%(field)s'",
                    Map.of("moreinfo", "Use the format '2012-12-31'")));
  }

  private Object time(Object cell) throws BadCell {
    String local =
        Moments.parseTime(String.valueOf(cell))
            .orElseThrow(
                () ->
                    new BadCell(
                        "'" + cell + "' does not seem to be a valid datetime for field '%(field)s'",
                        Map.of("moreinfo", "Use the format '2012-12-31 23:59:59'")));
    Instant instant = LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone()).toInstant();
    return Moments.seconds(Moments.stored(instant));
  }

  private ZoneId zone() {
    try {
      return model.env().contextValue("tz") instanceof String zone
          ? ZoneId.of(zone)
          : ZoneId.of("UTC");
    } catch (DateTimeException e) {
      return ZoneId.of("UTC");
    }
  }

  private static Map<String, Object> only(Object cell) {
    return Python.map(Python.list(cell).get(0));
  }

  private Object lines(Field field, Object cell, LoadMessages.Place place) throws BadCell {
    Model other = model.env().model(field.relation());
    List<Object> commands = new ArrayList<>();
    for (Object line : Python.list(cell)) {
      commands.addAll(
          new LoadConverter(other, messages, references).line(field, Python.map(line), place));
    }
    return commands;
  }

  /** The commands for one line of a one2many: an update if the line is known, else a creation. */
  private List<Object> line(Field parent, Map<String, Object> cells, LoadMessages.Place place)
      throws BadCell {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : cells.entrySet()) {
      if (!LoadRows.isReference(entry.getKey())) {
        Field field = model.schema().field(entry.getKey()).orElseThrow();
        values.put(field.name(), inLine(field, entry.getValue(), place));
      }
    }
    Object externalId = cells.getOrDefault("id", false);
    int known = references.line(parent, cells, place);
    if (known != 0) {
      return List.of(List.of(4, known), List.of(1, known, values));
    }
    if (Python.isTrue(externalId)) {
      values.put("id", externalId);
    }
    return List.of(List.of(0, 0, values));
  }

  private Object inLine(Field field, Object cell, LoadMessages.Place place) throws BadCell {
    try {
      return converted(field, cell, place);
    } catch (BadCell e) {
      throw e.inside(field.label());
    }
  }
}
