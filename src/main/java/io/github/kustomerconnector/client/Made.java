package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which records this process has made or changed for which tasks lately: a job that comes again, since the engine did not
 * learn that it is done or since an answer was lost, finds its own record and not somebody's. Forgets the oldest.
 */
final class Made {

    /** @param id null while only the sending is known, since the answer was lost */
    private record Trail(long sentAt, @Nullable String id) {}

    /** @param server whose record it is: each numbers its own */
    private record RecordId(URI server, String id) {}

    private final LongSupplier nanoTime;
    private final Recent<Identity, Trail> trails;

    /** The tasks that created records. */
    private final Recent<RecordId, Identity> creators;

    /** @param capacity how many tasks are remembered */
    Made(int capacity, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.trails = new Recent<>(capacity);
        this.creators = new Recent<>(capacity);
    }

    /** Remembers a record that the task created, or is taken to have created. */
    void rememberCreated(Identity task, URI server, Resource resource) {
        remember(task, resource);
        creators.put(new RecordId(server, resource.id()), task, before -> before);
    }

    void remember(Identity task, Resource resource) {
        Trail made = new Trail(nanoTime.getAsLong(), resource.id());
        trails.put(task, made, before -> made);
    }

    /** Remembers a request whose record is not known, since the answer was lost or has none; unless more is known. */
    void rememberSent(Identity task, Duration ago) {
        trails.put(task, new Trail(nanoTime.getAsLong() - ago.toNanos(), null), before -> before);
    }

    /** The id of the task's record; empty if it is not known. */
    Optional<String> id(Identity task) {
        return trails.get(task).flatMap(trail -> Optional.ofNullable(trail.id()));
    }

    boolean isBy(Identity task, Resource resource) {
        return trails.get(task)
                .filter(trail -> resource.id().equals(trail.id()))
                .isPresent();
    }

    /** Whether another task created the record. */
    boolean isOfAnother(Identity task, URI server, Resource resource) {
        return creators.get(new RecordId(server, resource.id()))
                .filter(creator -> !creator.equals(task))
                .isPresent();
    }

    /** How long ago the task's first request was sent whose record is not known; empty if there is none, or the record is known. */
    Optional<Duration> sentSince(Identity task) {
        return trails.get(task)
                .filter(trail -> trail.id() == null)
                .map(trail -> Duration.ofNanos(nanoTime.getAsLong() - trail.sentAt()));
    }
}
