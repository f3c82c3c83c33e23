package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is written down about a lead into which others are merged, and what moves to it. */
final class MergeMessages {

  private static final String MESSAGE = "mail.message";
  private static final List<String> OWNER = List.of("model", "res_id");

  private MergeMessages() {}

  static void post(Env env, int left, List<Integer> others) {
    Model leads = Leads.leads(env);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("model", Leads.MODEL);
    values.put("res_id", left);
    values.put("message_type", "notification");
    values.put("date", Moments.stored(env.now()));
    boolean reworked = env.has(Fact.MERGE_REWORKED);
    values.put("subject", reworked ? (Object) false : subject(leads, others));
    values.put("body", reworked ? summary(leads, others) : plain(leads, others));
    env.superuser().model(MESSAGE).create(values);
  }

  private static String subject(Model leads, List<Integer> others) {
    boolean opportunity =
        others.stream().anyMatch(id -> leads.text(id, "type").equals("opportunity"));
    return (opportunity ? "Merged opportunities: " : "Merged leads: ")
        + others.stream().map(id -> leads.text(id, "name")).collect(Collectors.joining(", "));
  }

  /** Odoo 14 does not escape what it quotes, and cleans the whole. */
  private static String plain(Model leads, List<Integer> others) {
    String body = others.stream().map(id -> plain(leads, id)).collect(Collectors.joining("\n\n"));
    return "<p>" + body + "</p>";
  }

  private static String plain(Model leads, int id) {
    String kind = leads.text(id, "type").equals("opportunity") ? "opportunity" : "lead";
    String name = cleaned(leads.text(id, "name"));
    return "Merged %s : %s\n<br>Created on: %s<br>Notes: %s<br>Opportunity: %s<br><br>"
        .formatted(
            kind,
            name,
            leads.stored(id, "create_date"),
            cleaned(leads.text(id, "description")),
            name);
  }

  /** What looks like a tag is taken for one, which nobody knows. */
  private static String cleaned(String text) {
    return escaped(text.replaceAll("</?[a-zA-Z][^>]*>", ""));
  }

  private static String summary(Model leads, List<Integer> others) {
    return others.stream()
        .map(id -> summary(leads, id))
        .collect(Collectors.joining("", "<div class=\"crm_lead_merge_summary\">\n", "</div>"));
  }

  private static String summary(Model leads, int id) {
    String description = leads.text(id, "description");
    String notes =
        description.isEmpty() ? "" : "<div>\nNotes: <span>" + description + "</span>\n</div>\n";
    return """
        <div>
        <span>Merged the Lead/Opportunity</span>
        <span class="fw-bold">%s</span>
        <span>into this one.</span>
        </div>
        <blockquote class="border-start" data-o-mail-quote="1" data-o-mail-quote-node="1">
        <div>
        Created on: <span>%s</span>
        </div>
        %s</blockquote>
        """
        .formatted(escaped(leads.text(id, "name")), leads.stored(id, "create_date"), notes);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Messages and files of a lead go to the one that is left. */
  static void move(Env env, int from, int to) {
    Model messages = env.superuser().model(MESSAGE);
    String name = Leads.leads(env).text(from, "name");
    List<Object> owner = List.of(Leads.MODEL, from);
    for (int message : messages.table().find(OWNER, owner)) {
      String subject = messages.text(message, "subject");
      messages.store(message, "subject", moved(env, name, subject));
      messages.store(message, "res_id", to);
    }
    Model files = env.superuser().model(Attachments.MODEL);
    files
        .table()
        .find(List.of("res_model", "res_id"), owner)
        .forEach(file -> files.store(file, "res_id", to));
  }

  private static String moved(Env env, String name, String subject) {
    if (!env.has(Fact.MERGE_REWORKED)) {
      return "From " + name + " : " + (subject.isEmpty() ? "False" : subject);
    }
    return "From " + name + (subject.isEmpty() ? "" : ": " + subject);
  }
}
