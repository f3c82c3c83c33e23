package io.odoosync.internal.compare;

import io.odoosync.internal.compare.Base.Agreed;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.Html;
import io.odoosync.internal.field.ModelFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what was agreed as plain text for a server on which the field holds html by now. */
final class MarkedUp {

  private MarkedUp() {}

  static Map<String, Agreed> of(Map<String, Agreed> fields, ModelFields server) {
    Map<String, Agreed> all = new LinkedHashMap<>(fields);
    all.replaceAll(
        (field, agreed) -> server.kind(field) == FieldKind.HTML ? agreed(agreed) : agreed);
    return all;
  }

  /** What we send to a field with html is always marked up. */
  private static Agreed agreed(Agreed plain) {
    boolean wasPlain = !plain.sent().isEmpty() && !Html.isMarkup(plain.sent());
    return wasPlain ? new Agreed(Html.paragraphs(plain.sent()), cell(plain.read())) : plain;
  }

  private static String cell(String cell) {
    return cell.isEmpty() || Html.isMarkup(cell) ? cell : Html.paragraphs(cell);
  }
}
