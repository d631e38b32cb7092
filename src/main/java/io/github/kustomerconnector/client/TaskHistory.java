package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records that this process wrote lately, by task. A redelivered job, or a retry after a lost answer, recognizes
 * its own record by it. Removes the oldest entries.
 */
final class TaskHistory {

    /** @param id null if the answer was lost */
    private record Entry(long sentAt, @Nullable String id) {}

    /** A record that was created with an identity that several tasks may share. */
    record Shared(long createdAt, String id, Parents parents) {}

    /** @param server the server of the record, because ids are unique per server only */
    private record RecordId(URI server, String id) {}

    private final LongSupplier nanoTime;
    private final BoundedMap<Identity, Entry> entries;

    /** The records by the identity that several tasks may share. */
    private final BoundedMap<EndpointIdentity, Shared> shared;

    /** The task that created each record. */
    private final BoundedMap<RecordId, Identity> creators;

    /** @param capacity the maximum number of tasks */
    TaskHistory(int capacity, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.entries = new BoundedMap<>(capacity);
        this.creators = new BoundedMap<>(capacity);
        this.shared = new BoundedMap<>(capacity);
    }

    /** Remembers the record that was created last with an identity that several tasks may share. */
    void rememberShared(Endpoint endpoint, Identity identity, Resource resource, Parents parents) {
        Shared entry = new Shared(nanoTime.getAsLong(), resource.id(), parents);
        shared.put(new EndpointIdentity(endpoint, identity), entry, before -> entry);
    }

    /** The record that was created last with the identity. */
    Optional<Shared> shared(Endpoint endpoint, Identity identity) {
        return shared.get(new EndpointIdentity(endpoint, identity));
    }

    /** Whether the record was created at most {@code limit} ago. */
    boolean isWithin(Duration limit, Shared record) {
        return nanoTime.getAsLong() - record.createdAt() <= limit.toNanos();
    }

    /** Remembers a record that the task created, for certain or most likely. */
    void rememberCreated(Identity task, URI server, Resource resource) {
        remember(task, resource);
        creators.put(new RecordId(server, resource.id()), task, before -> before);
    }

    /** Remembers the record that the task wrote last. */
    void remember(Identity task, Resource resource) {
        Entry entry = new Entry(nanoTime.getAsLong(), resource.id());
        entries.put(task, entry, before -> entry);
    }

    /** Remembers a request whose answer contains no record, unless the record is known. */
    void rememberSent(Identity task) {
        rememberSent(task, nanoTime.getAsLong());
    }

    /** Sends a request, and remembers it if its answer is lost, unless the record is known. */
    <V extends Verdict<?>> V rememberIfLost(Identity task, Supplier<V> send) {
        long sentAt = nanoTime.getAsLong();
        V verdict = send.get();
        if (verdict instanceof Verdict.Lost<?>) {
            rememberSent(task, sentAt);
        }
        return verdict;
    }

    private void rememberSent(Identity task, long sentAt) {
        entries.put(task, new Entry(sentAt, null), before -> before);
    }

    /** The id of the task's record; empty if unknown. */
    Optional<String> id(Identity task) {
        return entries.get(task).flatMap(entry -> Optional.ofNullable(entry.id()));
    }

    /** Whether the record is the one that the task wrote last. */
    boolean isBy(Identity task, Resource resource) {
        return entries.get(task)
                .filter(entry -> resource.id().equals(entry.id()))
                .isPresent();
    }

    /** Whether another task created the record. */
    boolean isOfAnother(Identity task, URI server, Resource resource) {
        return creators.get(new RecordId(server, resource.id()))
                .filter(creator -> !creator.equals(task))
                .isPresent();
    }

    /**
     * The time since the task's first request without a known record; empty if there is none, or the record is known.
     */
    Optional<Duration> sentSince(Identity task) {
        return entries.get(task)
                .filter(entry -> entry.id() == null)
                .map(entry -> Duration.ofNanos(nanoTime.getAsLong() - entry.sentAt()));
    }
}
