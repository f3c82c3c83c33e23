package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another server's recordings, for what a server's own leave out: the ids of the other are
 * exchanged for those that stand at the same places of the exchanges that both have.
 */
final class Donor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAMESPACE = Pattern.compile("__rec[a-z0-9]+_(L|P|)\\d+__");

  /** Added to an id that has no counterpart, so that it is never taken for another record's. */
  private static final long STRANGER = 10_000_000;

  private final OdooRelease release;
  private final Map<String, Recording> theirs;
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<String, String> namespaces = new HashMap<>();

  Donor(OdooRelease release, Map<String, Recording> own, Map<String, Recording> theirs) {
    this.release = release;
    this.theirs = theirs;
    theirs.forEach(
        (topic, recording) -> {
          if (own.containsKey(topic)) {
            align(own.get(topic), recording);
          }
        });
  }

  /** An external id in the namespace that these recordings use. */
  static String namespace(Collection<Recording> recordings, String name) {
    return recordings.stream()
        .map(recording -> NAMESPACE.matcher(recording.request().toString()))
        .filter(matcher -> matcher.find() && matcher.group(1).isEmpty())
        .map(matcher -> matcher.group() + "." + name)
        .findFirst()
        .orElseThrow();
  }

  private void align(Recording own, Recording other) {
    Map<String, Long> places = new HashMap<>();
    places(own).forEach(place -> places.put(place.path(), place.id()));
    for (IdPlace place : places(other)) {
      Long id = places.get(place.path());
      if (id != null) {
        ids.putIfAbsent(place.model() + place.id(), id);
      }
    }
    Matcher name = NAMESPACE.matcher(own.request().toString());
    Matcher otherName = NAMESPACE.matcher(other.request().toString());
    if (name.find() && otherName.find()) {
      namespaces.putIfAbsent(otherName.group(), name.group());
    }
  }

  private List<IdPlace> places(Recording recording) {
    RecordedCall call = RecordedCall.of(recording);
    List<IdPlace> places = new ArrayList<>(IdPlaces.ofRequest(release, call));
    JsonNode body = recording.response().path("body");
    JsonNode result =
        RecordedCall.result(recording, body, recording.response().path("status").asInt());
    IdPlaces.ofResult(release, call, result, body).stream()
        .map(place -> new IdPlace("=" + place.path(), place.model(), place.slot()))
        .forEach(places::add);
    return places;
  }

  /** The exchange of the other server as it would have been on this one, if it leaves something. */
  Optional<Recording> standIn(String topic) {
    return Optional.ofNullable(theirs.get(topic))
        .filter(recording -> RecordedCall.of(recording).writes())
        .map(this::translated);
  }

  private Recording translated(Recording recording) {
    Recording copy = new Recording(recording.name(), copy(recording.content()));
    places(copy).forEach(place -> place.put(translated(place)));
    return copy;
  }

  private long translated(IdPlace place) {
    long kept =
        KnownIds.isMaster(release, place.model(), place.id()) ? place.id() : place.id() + STRANGER;
    return ids.getOrDefault(place.model() + place.id(), kept);
  }

  private ObjectNode copy(JsonNode content) {
    String text = content.toString();
    for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
      text = text.replace(namespace.getKey(), namespace.getValue());
    }
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
