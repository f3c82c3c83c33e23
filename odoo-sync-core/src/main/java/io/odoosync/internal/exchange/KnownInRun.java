package io.odoosync.internal.exchange;

import io.odoosync.odoo.CallMemory;
import io.odoosync.odoo.CallMender;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one run takes from what its engine knows of the server. Before its first write it asks again
 * what it took, but for what Odoo itself looks at in each write: an old answer can cost calls, but
 * nothing wrong is written for it. Safe for use by several threads.
 */
public final class KnownInRun implements CallMemory {

  /** What a run takes from what is known. */
  enum Trust {
    ALL,
    ALL_BUT_FIELDS,
    NOTHING
  }

  /** Odoo does not carry out what these would have kept from being sent. */
  private static final Set<String> FIELDS = Set.of("fields_get", "context_get");

  private static final Set<String> CREATING = Set.of("create", "load");

  private final KnownServer server;
  private final Trust trust;
  private final Map<Question, Taken> taken = new LinkedHashMap<>();
  private final Set<Question> asked = new HashSet<>();
  private boolean asksForFields;
  private boolean changed;
  private boolean writing;

  private record Taken(MethodCall call, OdooValue answer) {}

  KnownInRun(KnownServer server, Trust trust) {
    this.server = server;
    this.trust = trust;
    this.asksForFields = trust == Trust.ALL_BUT_FIELDS;
  }

  @Override
  public synchronized Optional<OdooValue> find(MethodCall call) {
    Question question = Question.of(call);
    if (asked.contains(question)) {
      return server.find(question);
    } else if (trust == Trust.NOTHING || (writing && !taken.containsKey(question))) {
      return Optional.empty();
    }
    Optional<OdooValue> known = server.find(question);
    known.ifPresent(answer -> taken.put(question, new Taken(call, answer)));
    return known;
  }

  @Override
  public synchronized void keep(MethodCall call, OdooValue answer) {
    Question question = Question.of(call);
    if (writing) {
      server.replace(question, answer);
    } else {
      changed |= server.keep(question, answer);
    }
    asked.add(question);
    taken.remove(question);
  }

  /** The same client, asking what is known: for what seldom changes. */
  public OdooClient known(OdooClient client) {
    return client.rememberedBy(this);
  }

  /** The same client, asking anew what others will know afterwards. */
  public OdooClient anew(OdooClient client) {
    return client.rememberedBy(new Anew());
  }

  /** The same client for the fields of the models whose records are synced. */
  public OdooClient fields(OdooClient client) {
    return client.rememberedBy(new Fields());
  }

  /** From now on these are asked for: the run deals with all records of a kind. */
  public synchronized void askForFields() {
    asksForFields = true;
  }

  private synchronized boolean asksForFields() {
    return asksForFields;
  }

  /** Looks at what is known unless they are asked for. */
  private final class Fields extends Anew {
    @Override
    public Optional<OdooValue> find(MethodCall call) {
      return asksForFields() ? Optional.empty() : KnownInRun.this.find(call);
    }
  }

  /** Does not look at what is known. */
  private class Anew implements CallMemory {
    @Override
    public Optional<OdooValue> find(MethodCall call) {
      return Optional.empty();
    }

    @Override
    public void keep(MethodCall call, OdooValue answer) {
      KnownInRun.this.keep(call, answer);
    }
  }

  /** Whether the server is known to lack a method that others have. */
  boolean isLacking(String method) {
    return server.isLacking(method);
  }

  /** The server was found to lack a method that others have. */
  void lacks(String method) {
    server.lacks(method);
  }

  /** Whether anything that this run goes by was not asked by itself. */
  public synchronized boolean hasTaken() {
    return !taken.isEmpty();
  }

  /**
   * Makes sure that all that this run took is still so.
   *
   * @param calls asks several questions at once
   * @throws ServerChangedException if it is not
   */
  public void confirmAll(OdooClient client, FanOut calls) {
    confirm(client, calls, call -> true);
  }

  /**
   * Makes sure, before the first write, that what it is made of is still so. From then on nothing
   * is taken that was not confirmed, and a second call does nothing.
   *
   * @param calls asks several questions at once
   * @param creates whether records are created, for which rights are asked too
   * @throws ServerChangedException if it is not
   */
  public void confirm(OdooClient client, FanOut calls, boolean creates) {
    if (!isWriting()) {
      confirm(
          client,
          calls,
          call ->
              !FIELDS.contains(call.method())
                  && (creates || !OdooDirectory.RIGHTS.contains(call.method())));
      begin();
    }
  }

  private synchronized boolean isWriting() {
    return writing;
  }

  private synchronized void begin() {
    writing = true;
  }

  private void confirm(OdooClient client, FanOut calls, Predicate<MethodCall> wanted) {
    OdooClient asking = anew(client);
    calls.all(taken(wanted), one -> confirmed(asking, one));
    requireUnchanged();
  }

  private boolean confirmed(OdooClient asking, Taken one) {
    if (!one.answer.equals(answer(asking, one.call))) {
      throw changed(one.call, null);
    }
    return true;
  }

  private synchronized List<Taken> taken(Predicate<MethodCall> wanted) {
    List<Taken> some = new ArrayList<>(taken.values());
    some.removeIf(one -> !wanted.test(one.call));
    return some;
  }

  private OdooValue answer(OdooClient asking, MethodCall call) {
    try {
      return asking.call(call);
    } catch (OdooRequestException | OdooPermissionException | OdooMissingRecordException e) {
      throw changed(call, e);
    }
  }

  private ServerChangedException changed(MethodCall call, @Nullable OdooException refusal) {
    server.forget();
    return new ServerChangedException(call.toString(), refusal);
  }

  /** What was asked may have shown that what was taken before is old. */
  private synchronized void requireUnchanged() {
    if (changed && hasTaken()) {
      throw new ServerChangedException("an answer is another one than before", null);
    }
  }

  /** Lets nothing be written before what it is made of was confirmed. */
  public CallMender confirming(CallMender mender, OdooClient client) {
    return new CallMender() {
      @Override
      public MethodCall before(MethodCall call) {
        if (!call.isSafeToRepeat()) {
          // This call may itself be one of several.
          confirm(client, FanOut.upTo(1), CREATING.contains(call.method()));
        }
        return mender.before(call);
      }

      @Override
      public void refused(MethodCall call, OdooRequestException why) {
        mender.refused(call, why);
      }
    };
  }
}
