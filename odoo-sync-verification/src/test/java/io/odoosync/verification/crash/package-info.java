/**
 * The proof of "exactly once": a run is stopped at every boundary there is, answers are lost, nodes
 * race, and Odoo is compared with the host each time. {@link Host} is the one place that puts an
 * engine together; a new port is added there and nowhere else.
 *
 * <h2>The world</h2>
 *
 * <dl>
 *   <dt>world
 *   <dd>All that a crash leaves behind: a site, a host with its stores, and a person. Nearly every
 *       test makes a new one for each thing that it lets go wrong. {@link World}
 *   <dt>site
 *   <dd>An Odoo, in this process or real, with its users, and how the engine reaches it: how long
 *       it waits, how often it repeats, and the <em>wire</em>, the HTTP client that the requests go
 *       through. {@link OdooSite}
 *   <dt>host
 *   <dd>A process of the application: an engine over the workload, the stores and the site. Each
 *       run has an engine and a client of its own, as after a restart. {@link Host}
 *   <dt>workload
 *   <dd>The records of the host, few but of every sort. {@link Workload}
 *   <dt>mark
 *   <dd>A random word in the name or number of each record of one workload, by which whatever
 *       became of it is found in Odoo, wanted or not. The engine's namespace is made of it.
 *   <dt>stores
 *   <dd>What outlives a process of the host: links, sync log, state, lock. {@link Stores}
 *   <dt>person
 *   <dd>Somebody at work in Odoo's screens, between the crash and the next run. What the person
 *       changed must stay.
 * </dl>
 *
 * <h2>Dying</h2>
 *
 * <dl>
 *   <dt>boundary
 *   <dd>A point of a run at which it makes a difference whether the process dies there: before and
 *       after each call of a store; and of each call to Odoo, before it is sent, when it is done
 *       but not answered, and after its answer. A call that writes has more, while it is on its
 *       way. Boundaries are numbered from 1 and named in words, such as {@code 12 before
 *       IdStore.save}.
 *   <dt>life
 *   <dd>Says at each boundary whether the process lives on. From the first "no" on, nothing that
 *       the process does has any effect. {@link Life}; {@link CountedLife} ends at the boundary
 *       with a given number
 *   <dt>mortal
 *   <dd>What stands in front of the real thing, asks the life at each boundary, and does nothing
 *       once the life is over. {@link MortalHttp} in front of HTTP, {@link MortalPort} in front of
 *       a store
 *   <dt>undelivered
 *   <dd>Requests that a dead process has sent and that have not reached Odoo yet. They arrive when
 *       they do most harm: when the next process is about to write, or when it has ended. {@link
 *       Undelivered}
 *   <dt>node
 *   <dd>One of several processes of a host. In most tests a thread plays it; {@link Node} is a
 *       process of the operating system, which is killed.
 *   <dt>gate
 *   <dd>The proxy through which such a process reaches Odoo, and where it announces its use of the
 *       stores. It counts the boundaries, and kills the process at the chosen one. {@link Gate}
 * </dl>
 *
 * <h2>Going wrong</h2>
 *
 * <dl>
 *   <dt>scenario
 *   <dd>Which run is stopped: the first one ever, or one after changes. {@link Scenario}
 *   <dt>matrix
 *   <dd>All boundaries of a scenario's run, each with a new world that dies there. {@link
 *       CrashMatrix}
 *   <dt>weather
 *   <dd>All kinds of faults on the way to Odoo and back. {@link Weather}
 *   <dt>storm
 *   <dd>Faults at random, from a seed, on any call of some runs in a row. {@link FaultsTest}
 *   <dt>rendezvous
 *   <dd>Two nodes that wait for each other before each write, so that both write at once. {@link
 *       TwoNodesTest}
 *   <dt>sabotage, tampering
 *   <dd>Taking a safeguard away from the engine on purpose, to see that the harness notices. {@link
 *       Tampering}, {@link ForgottenIntents}
 * </dl>
 *
 * <h2>Looking</h2>
 *
 * <dl>
 *   <dt>camera, picture
 *   <dd>The camera reads all that carries a workload's mark out of Odoo; the picture is what it
 *       holds, without what differs from world to world, so that two can be compared. {@link
 *       Camera}, {@link Picture}
 *   <dt>stranger
 *   <dd>A record with the mark, but with none of our external ids: nobody should have made it.
 *   <dt>undisturbed, calm
 *   <dd>A world in which nothing went wrong. Its picture is what all others are compared with.
 *   <dt>settle
 *   <dd>To run until the host is in step, let what is undelivered arrive, compare, and see that one
 *       more run is <em>idle</em>: that it writes nothing. {@link World#settle(Picture)}
 *   <dt>conservation
 *   <dd>Whether a report adds up: each record that was read has one outcome. {@link Conservation}
 *   <dt>findings
 *   <dd>What was wrong in the end. A <em>duplicate</em> is a record in Odoo that should not be
 *       there; <em>lost</em> is a record, a value or a link that should; the rest is told in words.
 *       {@link Findings}
 * </dl>
 */
@NullMarked
package io.odoosync.verification.crash;

import org.jspecify.annotations.NullMarked;
