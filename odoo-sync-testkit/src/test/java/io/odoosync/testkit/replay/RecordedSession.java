package io.odoosync.testkit.replay;

import io.odoosync.testkit.OdooRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was recorded of one section on one server, which is replayed in one go. */
public final class RecordedSession {
  private static final Map<String, Map<String, Recording>> SERVERS = servers();

  /** By transport, who lends what a server's own recordings leave out. */
  private static final Map<String, String> DONORS =
      Map.of("jsonrpc", "jsonrpc_17", "json2", "json2_20");

  private final String server;
  private final String section;

  private RecordedSession(String server, String section) {
    this.server = server;
    this.section = section;
  }

  /** One for each section of which a server has recordings. */
  public static Stream<RecordedSession> all() {
    return SERVERS.keySet().stream()
        .flatMap(
            server ->
                SessionTable.sections().keySet().stream()
                    .map(section -> new RecordedSession(server, section)))
        .filter(session -> !session.recordings().isEmpty());
  }

  private static Map<String, Map<String, Recording>> servers() {
    Map<String, Map<String, Recording>> servers = new TreeMap<>();
    Recording.inSessions()
        .forEach(
            recording ->
                servers
                    .computeIfAbsent(recording.server(), any -> new LinkedHashMap<>())
                    .put(recording.topic(), recording));
    return servers;
  }

  /** The recordings of this session, in the order of the table. */
  public List<Recording> recordings() {
    return SessionTable.sections().getOrDefault(section, List.of()).stream()
        .flatMap(
            step -> step instanceof SessionTable.Exchange exchange ? own(exchange) : Stream.of())
        .toList();
  }

  private Stream<Recording> own(SessionTable.Exchange exchange) {
    Recording recording = recordingsOfServer().get(exchange.topic());
    return recording == null ? Stream.of() : Stream.of(recording);
  }

  private Map<String, Recording> recordingsOfServer() {
    return SERVERS.getOrDefault(server, Map.of());
  }

  /** Replays it, and answers what was otherwise than recorded, by recording. */
  public Map<String, List<String>> differences() {
    Map<String, Recording> own = new LinkedHashMap<>();
    recordings().forEach(recording -> own.put(recording.topic(), recording));
    OdooRelease release = recordings().get(0).release();
    String donor = DONORS.getOrDefault(server.replaceFirst("_.*", ""), "");
    Donor standIns = new Donor(release, own, SERVERS.getOrDefault(donor, Map.of()));
    try (SessionReplay replay = new SessionReplay(release, own, standIns)) {
      SessionTable.sections().getOrDefault(section, List.of()).forEach(replay::run);
      return replay.differences();
    }
  }

  @Override
  public String toString() {
    return server + " " + section;
  }
}
