package io.odoosync.testkit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.Person;
import io.odoosync.testkit.SteppedClock;
import io.odoosync.testkit.internal.schema.Schema;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One server on which the steps of one section happen. */
final class SessionReplay implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double LEARNT = 43.01;
  private static final String RACE_LOST = "could not serialize access";
  private static final Pattern NAME = Pattern.compile("\"\\$(\\w+)\"");

  private final Map<String, Recording> own;
  private final Donor donor;

  /** On the day of the recordings, moved by a second after each call. */
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-26T10:47:03.381793Z"));

  private final InProcessOdoo odoo;
  private final Sender sender;
  private final KnownIds ids;
  private final KnownTexts texts = new KnownTexts(Person.moment(clock.instant()));
  private final KnownTexts ofOthers = new KnownTexts(Person.moment(clock.instant()));
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, List<String>> differences = new LinkedHashMap<>();

  SessionReplay(OdooRelease release, Map<String, Recording> own, Donor donor) {
    this.own = own;
    this.donor = donor;
    this.odoo = InProcessOdoo.builder(release).clock(clock).checkVats().leadChance(LEARNT).start();
    this.sender = new Sender(odoo);
    this.ids = new KnownIds(release);
    for (Role role : Role.values()) {
      ids.learn("res.users", role.recorded(release.major()), role.account(odoo).id());
    }
    named.put("tax20", tax(Schema.of(release)));
  }

  private static int tax(Schema schema) {
    return schema.records().getOrDefault("account.tax", List.of()).stream()
        .filter(row -> String.valueOf(row.get("xid")).endsWith(".1_tva_normale"))
        .map(row -> (Integer) row.get("id"))
        .findFirst()
        .orElseThrow();
  }

  Map<String, List<String>> differences() {
    return differences;
  }

  void run(SessionTable.Step step) {
    if (step instanceof SessionTable.Exchange exchange) {
      exchange(exchange.topic());
    } else if (step instanceof SessionTable.Given given) {
      ids.prepare(given.model(), create(given.name(), given.model(), given.values()));
    } else if (step instanceof SessionTable.Before before) {
      create(before.name(), before.model(), before.values());
    } else if (step instanceof SessionTable.Call call) {
      odoo.person().call(call.model(), call.method(), List.of(id(call.name())));
    } else if (step instanceof SessionTable.Later) {
      clock.pass(Duration.ofSeconds(1));
      texts.later(Person.moment(clock.instant()));
    }
  }

  private int id(String name) {
    Integer id = named.get(name);
    if (id == null) {
      throw new IllegalStateException("nothing is called " + name);
    }
    return id;
  }

  private int create(String name, String model, String json) {
    Map<String, Object> values = values(json);
    Object externalId = values.remove("xid");
    int id = odoo.person().create(model, values);
    named.put(name, id);
    if (externalId instanceof String local) {
      odoo.person().nameExternally(model, id, Donor.namespace(own.values(), local));
    }
    return id;
  }

  private Map<String, Object> values(String json) {
    String known =
        NAME.matcher(json).replaceAll(found -> Matcher.quoteReplacement("" + id(found.group(1))));
    try {
      return JSON.readValue(known, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private void exchange(String topic) {
    Recording recording = own.get(topic);
    if (recording != null) {
      differences.put(recording.name(), replay(topic, recording, texts));
    } else {
      donor.standIn(topic).ifPresent(standIn -> replay(topic, standIn, ofOthers));
    }
  }

  private List<String> replay(String topic, Recording recorded, KnownTexts known) {
    Recording sent = new Recording(recorded.name(), recorded.content().deepCopy());
    RecordedCall call = RecordedCall.of(sent);
    try {
      IdPlaces.ofRequest(odoo.release(), call)
          .forEach(place -> place.put(ids.actual(place.model(), place.id())));
    } catch (IllegalStateException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    moments(sent.request().path("body"));
    if (recorded.response().toString().contains(RACE_LOST)) {
      odoo.faults().onMethod("load").once(Fault.serializationFailure());
    }
    return compare(topic, recorded, sender.send(sent), known);
  }

  /** Puts the moments of the in-process Odoo where those of the recorded server stood. */
  private void moments(JsonNode node) {
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      moment(new Slot(node, "" + i));
    }
    node.fieldNames().forEachRemaining(name -> moment(new Slot(node, name)));
  }

  private void moment(Slot slot) {
    if (slot.get().isTextual()) {
      slot.put(TextNode.valueOf(texts.actual(slot.get().asText())));
    } else {
      moments(slot.get());
    }
  }

  private List<String> compare(
      String topic, Recording recorded, HttpResponse<String> answer, KnownTexts known) {
    JsonNode response = recorded.response();
    RecordedCall call = RecordedCall.of(recorded);
    JsonNode body = parsed(answer.body(), response.path("body").isTextual());
    JsonNode expected =
        Leftovers.without(
            RecordedCall.result(recorded, response.path("body"), response.path("status").asInt()));
    JsonNode actual = RecordedCall.result(recorded, body, answer.statusCode());
    List<IdPlace> places = IdPlaces.ofResult(odoo.release(), call, expected, response.path("body"));
    List<String> found = Envelope.differences(response, answer);
    if (!expected.isMissingNode() && !actual.isMissingNode()) {
      found.addAll(AnswerLikeness.differences(ids, known, places, expected, actual));
    } else {
      found.addAll(AnswerLikeness.differences(ids, known, List.of(), response.path("body"), body));
    }
    name(topic, IdPlaces.ofResult(odoo.release(), call, actual, body), call.model());
    return found;
  }

  private static JsonNode parsed(String body, boolean text) {
    try {
      return text ? TextNode.valueOf(body) : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(body);
    }
  }

  private void name(String topic, List<IdPlace> answered, String model) {
    answered.stream()
        .filter(place -> place.model().equals(model))
        .findFirst()
        .ifPresent(place -> named.put(topic, Math.toIntExact(place.id())));
  }

  @Override
  public void close() {
    odoo.close();
  }
}
