package io.odoosync.internal.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.AdminNews.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Troubles as the state store keeps them. */
final class TroublesText {

  private static final SafeLog LOG = SafeLog.of(TroublesText.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TroublesText() {}

  static String of(Troubles troubles) {
    ObjectNode json = MAPPER.createObjectNode();
    troubles.bySite().values().forEach(trouble -> json.withArray("all").add(json(trouble)));
    return json.toString();
  }

  private static ObjectNode json(Trouble trouble) {
    Site site = trouble.site();
    EntityType type = site.type();
    LocalKey key = site.key();
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("place", site.place().name())
            .put("type", type == null ? null : type.name())
            .put("kind", key == null ? null : key.kind())
            .put("id", key == null ? null : key.id())
            .put("cause", trouble.cause().name())
            .put("like", trouble.like())
            .put("since", trouble.since().toString())
            .put("runs", trouble.runs())
            .put("over", trouble.over());
    Trouble.Told told = trouble.told();
    if (told != null) {
      json.put("toldRuns", told.runs()).put("toldAt", told.at().toString());
    }
    return json;
  }

  /** What can't be read, for another version wrote it, is told anew. */
  static Troubles parse(String text) {
    List<Trouble> troubles = new ArrayList<>();
    try {
      for (JsonNode json : MAPPER.readTree(text).path("all")) {
        troubles.add(trouble(json));
      }
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      LOG.warn("what failed before can't be read from the state store: {}", e.getMessage());
    }
    return Troubles.of(troubles);
  }

  private static Trouble trouble(JsonNode json) {
    return new Trouble(
        new Site(Place.valueOf(json.path("place").asText()), type(json), key(json)),
        FailureCause.valueOf(json.path("cause").asText()),
        json.path("like").asText(),
        Instant.parse(json.path("since").asText()),
        json.path("runs").asLong(),
        json.has("toldAt")
            ? new Trouble.Told(
                json.path("toldRuns").asLong(), Instant.parse(json.path("toldAt").asText()))
            : null,
        json.path("over").asBoolean());
  }

  private static @Nullable EntityType type(JsonNode json) {
    return json.hasNonNull("type") ? EntityType.valueOf(json.path("type").asText()) : null;
  }

  private static @Nullable LocalKey key(JsonNode json) {
    return json.hasNonNull("id")
        ? LocalKey.of(json.path("kind").asText(), json.path("id").asText())
        : null;
  }
}
