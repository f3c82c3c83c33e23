package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens when leads become one: the surest keeps its values, takes over what it lacks and the
 * messages and files of the others, which are deleted.
 */
final class LeadMerges {

  private static final int MOST = 5;

  private static final List<String> TAKEN_OVER =
      List.of(
          "campaign_id",
          "medium_id",
          "source_id",
          "email_cc",
          "user_id",
          "company_id",
          "team_id",
          "stage_id",
          "expected_revenue",
          "date_deadline",
          "partner_id",
          "partner_name",
          "contact_name",
          "email_from",
          "phone",
          "website");

  private LeadMerges() {}

  static Method method() {
    return Method.onRecords("merge_opportunity", LeadMerges::called)
        .optional("user_id", "team_id", "auto_unlink");
  }

  /** Odoo 14 answers how Python shows the record. */
  private static Object called(Invocation call) {
    int left = merge(call.env(), call.ids());
    boolean shown = call.env().has(Fact.MERGE_ANSWERS_REPR);
    return shown ? "crm.lead(" + left + ",)" : List.of(left);
  }

  /** Merges leads and deletes all but one, whoever asks for it. */
  static int merge(Env env, List<Integer> ids) {
    List<Integer> leads = keepingAll(env, ids);
    env.superuser().model(Leads.MODEL).unlink(leads.subList(1, leads.size()));
    return leads.get(0);
  }

  /** Merges leads without deleting any; the one that is to be left comes first. */
  static List<Integer> keepingAll(Env env, List<Integer> ids) {
    Model leads = Leads.leads(env);
    leads.require(ids);
    if (ids.size() < 2) {
      throw OdooError.user(
          env.has(Fact.MERGE_REWORKED)
              ? "Select at least two Leads/Opportunities from the list to merge them."
              : "Please select more than one element (lead or opportunity) from the list view.");
    } else if (ids.size() > MOST && !env.user().superuser()) {
      throw OdooError.user(
          "To prevent data loss, Leads and Opportunities can only be merged by groups of 5.");
    }
    List<Integer> sorted = ids.stream().distinct().sorted(surestFirst(leads)).toList();
    int left = sorted.get(0);
    Map<String, Object> values = merged(env, leads, sorted);
    MergeMessages.post(env, left, sorted.subList(1, sorted.size()));
    sorted.stream().skip(1).forEach(other -> MergeMessages.move(env, other, left));
    leads.write(List.of(left), values);
    return sorted;
  }

  private static Comparator<Integer> surestFirst(Model leads) {
    Env env = leads.env();
    Comparator<Integer> confidence =
        Comparator.comparing((Integer id) -> isOpportunity(leads, id))
            .thenComparing(id -> sequence(leads, id));
    Comparator<Integer> key =
        !env.has(Fact.MERGE_REWORKED)
            ? confidence
            : Comparator.comparing(
                    (Integer id) -> isOpportunity(leads, id) || leads.flag(id, "active"))
                .thenComparing(confidence)
                .thenComparing(id -> leads.number(id, "probability"));
    return key.reversed().thenComparing(Comparator.naturalOrder());
  }

  private static boolean isOpportunity(Model leads, int id) {
    return leads.text(id, "type").equals("opportunity");
  }

  private static double sequence(Model leads, int id) {
    Model stages = leads.env().superuser().model("crm.stage");
    return leads.one(id, "stage_id").map(stage -> stages.number(stage, "sequence")).orElse(0.0);
  }

  private static Map<String, Object> merged(Env env, Model leads, List<Integer> ids) {
    Map<String, Object> values = new LinkedHashMap<>();
    TAKEN_OVER.stream()
        .filter(leads.schema()::has)
        .forEach(field -> values.put(field, first(leads, ids, field)));
    values.put("description", descriptions(env, leads, ids));
    boolean opportunity = ids.stream().anyMatch(id -> isOpportunity(leads, id));
    values.put("type", opportunity ? "opportunity" : "lead");
    if (env.has(Fact.MERGE_JOINS_TAGS)) {
      Set<Integer> tags = new LinkedHashSet<>();
      ids.forEach(id -> tags.addAll(leads.ids(id, "tag_ids")));
      values.put("tag_ids", List.of(List.of(6, 0, List.copyOf(tags))));
      values.put("priority", priority(leads, ids));
    }
    return values;
  }

  private static Object first(Model leads, List<Integer> ids, String field) {
    return ids.stream()
        .map(id -> leads.stored(id, field))
        .filter(Python::isTrue)
        .findFirst()
        .orElse(false);
  }

  private static String priority(Model leads, List<Integer> ids) {
    return ids.stream()
        .map(id -> leads.text(id, "priority"))
        .max(Comparator.naturalOrder())
        .orElse("0");
  }

  private static String descriptions(Env env, Model leads, List<Integer> ids) {
    return ids.stream()
        .map(id -> leads.text(id, "description"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(env.has(Fact.RICH_TEXT) ? "<br><br>" : "\n\n"));
  }

  /** Those that have the customer or the e-mail address of a lead, itself among them. */
  static List<Integer> similar(Env env, int lead) {
    Model leads = Leads.leads(env);
    Object partner = leads.stored(lead, "partner_id");
    Object email = leads.stored(lead, "email_normalized");
    List<Integer> similar = new ArrayList<>();
    for (int id : leads.search(List.of())) {
      boolean alike =
          isSame(partner, leads.stored(id, "partner_id"))
              || isSame(email, leads.stored(id, "email_normalized"));
      if (alike && leads.number(id, "probability") != LeadProgress.CERTAIN) {
        similar.add(id);
      }
    }
    return similar;
  }

  private static boolean isSame(Object wanted, Object held) {
    return Python.isTrue(wanted) && Objects.equals(wanted, held);
  }
}
