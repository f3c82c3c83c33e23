package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps records that fail run after run without changing from being tried in every run. Only
 * failures that last count, not a broken connection.
 */
public final class Quarantine {

  private static final String AREA = "quarantine/";

  private final Memory memory;

  public Quarantine(Memory memory) {
    this.memory = memory;
  }

  /** Looks up what is remembered of a batch. */
  public Watch watch(EntityType type, Map<LocalKey, ? extends SourceRecord> records) {
    Map<String, LocalKey> names = new HashMap<>();
    records.keySet().forEach(key -> names.put(name(type, key), key));
    Map<LocalKey, Setback> setbacks = new LinkedHashMap<>();
    memory
        .find(names.keySet())
        .forEach((name, text) -> setbacks.put(names.get(name), Setback.parse(text)));
    return new Watch(type, records, setbacks);
  }

  /** Lets records be tried in the next run. */
  public void release(EntityType type, Collection<LocalKey> keys) {
    memory.remove(keys.stream().map(key -> name(type, key)).toList());
  }

  /** All records that are quarantined now. */
  public List<QuarantinedRecord> all() {
    List<QuarantinedRecord> all = new ArrayList<>();
    memory
        .all(AREA)
        .forEach(
            (name, text) -> {
              Setback setback = Setback.parse(text);
              if (setback.isQuarantined()) {
                all.add(listed(name.substring(AREA.length()), setback));
              }
            });
    return all;
  }

  private static QuarantinedRecord listed(String name, Setback setback) {
    String[] parts = name.split("/", 3);
    return new QuarantinedRecord(
        EntityType.valueOf(parts[0]),
        LocalKey.of(parts[1], parts[2]),
        setback.failures(),
        setback.runsToSkip(),
        setback.last());
  }

  /** The name under which a record's failures are remembered. */
  public static String name(EntityType type, LocalKey key) {
    return AREA + type + "/" + key;
  }

  /** The records of a host print all that they hold. */
  private static String fingerprint(SourceRecord source) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(source.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One batch. */
  public final class Watch {
    private final EntityType type;
    private final Map<LocalKey, ? extends SourceRecord> records;
    private final Map<LocalKey, Setback> setbacks;

    private Watch(
        EntityType type,
        Map<LocalKey, ? extends SourceRecord> records,
        Map<LocalKey, Setback> setbacks) {
      this.type = type;
      this.records = records;
      this.setbacks = setbacks;
    }

    /** The records that are not to be tried; each is nearer to its next attempt afterwards. */
    public Map<LocalKey, Outcome.Quarantined> held() {
      Map<LocalKey, Outcome.Quarantined> held = new LinkedHashMap<>();
      Map<String, String> nearer = new HashMap<>();
      setbacks.forEach(
          (key, setback) -> {
            if (setback.runsToSkip() > 0 && unchanged(key, setback)) {
              Setback skipped = setback.skippedOnce();
              held.put(key, skipped.outcome());
              nearer.put(name(type, key), skipped.text());
            }
          });
      memory.save(nearer);
      return held;
    }

    private String fingerprintOf(LocalKey key) {
      return fingerprint(Objects.requireNonNull(records.get(key)));
    }

    private boolean unchanged(LocalKey key, Setback setback) {
      return setback.fingerprint().equals(fingerprintOf(key));
    }

    /** Remembers the failures of those that were tried, and forgets the others'. */
    public void settle(BatchOutcomes outcomes) {
      Map<String, String> failed = new HashMap<>();
      List<String> mended = new ArrayList<>();
      outcomes.forEach(
          (key, outcome) -> {
            if (outcome instanceof Outcome.Failed failure && failure.isLasting()) {
              failed.put(name(type, key), after(key, failure.failure()).text());
            } else if (setbacks.containsKey(key) && Outcomes.odooId(outcome).isPresent()) {
              mended.add(name(type, key));
            }
          });
      memory.save(failed);
      memory.remove(mended);
    }

    private Setback after(LocalKey key, Failure why) {
      Failure failure = memory.outgoing().failure(why);
      Setback setback = setbacks.get(key);
      return setback != null && unchanged(key, setback)
          ? setback.again(failure)
          : Setback.first(fingerprintOf(key), failure);
    }
  }
}
