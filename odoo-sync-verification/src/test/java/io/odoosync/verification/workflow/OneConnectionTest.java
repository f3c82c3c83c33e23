package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A host with a single connection: while a source's stream holds it, neither stores nor Odoo are
 * asked, and each source is opened once a run.
 */
class OneConnectionTest extends InProcessSuite {

  private final SchoolTravel host = SchoolTravel.of(12);
  private final Map<EntityType, Integer> opened = new EnumMap<>(EntityType.class);
  private boolean held;

  private void take() {
    if (held) {
      throw new IllegalStateException("the connection is in use");
    }
    held = true;
  }

  private void giveBack() {
    held = false;
  }

  private <R> R withConnection(Supplier<R> query) {
    take();
    try {
      return query.get();
    } finally {
      giveBack();
    }
  }

  private <T> Stream<T> pass(EntityType type, Stream<T> records) {
    take();
    opened.merge(type, 1, Integer::sum);
    return records.onClose(this::giveBack);
  }

  private <S> S store(Class<S> port, S store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              take();
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                giveBack();
              }
            }));
  }

  private ContactSource contacts() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return pass(CONTACT, host.contacts().contacts());
      }

      @Override
      public Collection<Contact> find(Collection<LocalKey> keys) {
        return withConnection(() -> host.contacts().find(keys));
      }
    };
  }

  private TravelSource travels() {
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return pass(EntityType.TRAVEL, host.travels().travels());
      }

      @Override
      public Collection<Travel> find(Collection<LocalKey> keys) {
        return withConnection(() -> host.travels().find(keys));
      }
    };
  }

  private InvoiceSource invoices() {
    return new InvoiceSource() {
      @Override
      public Stream<Invoice> invoices() {
        return pass(EntityType.INVOICE, host.invoices().invoices());
      }

      @Override
      public Collection<Invoice> find(Collection<LocalKey> keys) {
        return withConnection(() -> host.invoices().find(keys));
      }
    };
  }

  private SyncEngine engine() {
    OdooClient free =
        client().observedBy(attempt -> assertThat(held).as("held while Odoo is asked").isFalse());
    return engine(host, free)
        .contacts(contacts())
        .travels(travels())
        .invoices(invoices())
        .idStore(store(IdStore.class, ids()))
        .stateStore(store(StateStore.class, state()))
        .syncLog(store(SyncLogStore.class, log))
        .matching(Matching.by(Matching.Key.EMAIL))
        .batchSize(CONTACT, 3)
        .build();
  }

  private void assertOpenedOnceEach() {
    assertThat(opened)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(CONTACT, 1, EntityType.TRAVEL, 1, EntityType.INVOICE, 1));
    opened.clear();
    assertThat(held).isFalse();
  }

  @Test
  void runAll_andPlan_holdNothingWhileTheyAskAndOpenEachSourceOnce() {
    host.put(teacher(1).company(teacherKey(9)).build());
    odoo.clientOf(odoo.person())
        .create("res.partner", List.of(Map.of("name", "T", "email", email(5))));

    assertThat(engine().plan().stopped()).isNull();
    assertOpenedOnceEach();

    SyncReport first = engine().runAll();
    assertThat(first.isSuccessful()).as("%s", first).isTrue();
    assertOpenedOnceEach();

    host.put(teacher(2).name("Another").build());
    assertThat(stage(engine().runAll(), CONTACT).updated()).isEqualTo(1);
    assertOpenedOnceEach();
  }

  private static String email(int number) {
    return "teacher" + number + "@example.com";
  }
}
