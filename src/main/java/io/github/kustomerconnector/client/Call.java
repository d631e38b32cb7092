package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What an operation asks of Kustomer, as a value: the operation describes it, {@link KustomerClient} carries it out.
 *
 * @param <E> how it ends
 */
public sealed interface Call<E extends Ended> {

    /** How long to wait for an answer if the task does not say. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** The longest that a task may wait for one answer; leaves time for look-ups. */
    Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    /** Who asks: the same for each delivery of a job. */
    Identity task();

    /** How long to wait for each answer, up to {@link #LONGEST_TIMEOUT}. */
    Duration timeout();

    /** The request that messages name. */
    Request request();

    /**
     * Makes a record, once.
     *
     * @param identity what is to be made only once: the task's own, or one that the business names
     * @param request the create
     * @param settlement how a duplicate or a lost answer is settled
     * @param uploads the documents that the record refers to
     */
    record Create(
            Identity task,
            Identity identity,
            Request request,
            Duration timeout,
            Settlement settlement,
            List<Upload> uploads)
            implements Call<Ended.Settled> {
        public Create {
            uploads = List.copyOf(uploads);
        }

        /** The create of a record that refers to no documents. */
        public Create(Identity task, Identity identity, Request request, Duration timeout, Settlement settlement) {
            this(task, identity, request, timeout, settlement, List.of());
        }
    }

    /**
     * Looks for the one record that identifiers lead to.
     *
     * @param lookups the ways to find the record, best first; at least one
     * @param required whether it is a {@link Failure.NotFound} if there is none
     */
    record Find(Identity task, List<Lookup> lookups, boolean required, Duration timeout) implements Call<Ended.Found> {
        public Find {
            lookups = List.copyOf(lookups);
        }

        @Override
        public Request request() {
            return lookups.getFirst().request();
        }
    }

    /**
     * Changes a record by steps that come to the same however often they are taken; fails with
     * {@link Failure.NotFound} if the record is not there.
     *
     * @param target reads the record first, if the steps depend on it; empty if they do not
     * @param steps the requests in their order, each answered with the record; from the record that was read, if there is one.
     *     Where there are none, the record that was read stays as it is
     * @param revision the revision that the first step insists on
     */
    record Change(
            Identity task,
            List<Lookup> target,
            Function<Optional<Resource>, List<Request>> steps,
            Revision revision,
            Duration timeout)
            implements Call<Ended.Settled> {
        public Change {
            target = List.copyOf(target);
        }

        @Override
        public Request request() {
            return target.isEmpty()
                    ? steps.apply(Optional.empty()).getFirst()
                    : target.getFirst().request();
        }
    }

    /** The revision that a change insists on: a change by somebody else in between makes a conflict. */
    sealed interface Revision {

        /** Any: the last change wins. */
        record Any() implements Revision {}

        /** The one that was just read: after a conflict the record is read again. */
        record Read() implements Revision {}

        /**
         * The one that the task names: a conflict is for the process to settle.
         *
         * @param read the GET of the record, to see after a conflict whether the change is the task's own
         */
        record Given(long number, Request read) implements Revision {}
    }

    /**
     * Sends something by a draft of it: the draft is there first, and is then released. Until then nothing is sent, and releasing
     * names the draft, so that a repetition releases the same one and not a second.
     *
     * @param origin where the draft comes from
     * @param release the request that releases the draft with this id, said at this moment
     * @param released whether a draft shows that it was released, be it sent or waiting for its time
     */
    record Dispatch(
            Identity task,
            Origin origin,
            BiFunction<String, Instant, Request> release,
            Predicate<Resource> released,
            Duration timeout)
            implements Call<Ended.Settled> {
        @Override
        public Request request() {
            return switch (origin) {
                case Origin.Own own -> own.draft().request();
                case Origin.Given given -> release.apply(given.id(), Instant.EPOCH);
            };
        }
    }

    /** Where a draft comes from. */
    sealed interface Origin {

        /**
         * The task makes it.
         *
         * @param draft looks for the task's draft before it makes one
         */
        record Own(Create draft) implements Origin {}

        /** It is there. */
        record Given(String id) implements Origin {}
    }

    /** Removes a record; one that is gone already counts as removed. */
    record Delete(Identity task, Request request, Duration timeout) implements Call<Ended.Removed> {}

    /**
     * Reads a list page by page until it ends, enough is there, or a hundred pages are read.
     *
     * @param page the request for a page, counted from 1; changes nothing, whatever its method
     * @param wanted which records count
     * @param most how many records to gather at the most, at least 1
     */
    record Gather(Identity task, IntFunction<Request> page, Predicate<Resource> wanted, int most, Duration timeout)
            implements Call<Ended.Gathered> {
        @Override
        public Request request() {
            return page.apply(1);
        }
    }

    /**
     * Sends a request and hands back the answer as it is.
     *
     * @param repeatable whether sending it twice comes to the same as sending it once: an answer that is lost may then be tried
     *     again
     */
    record Send(Identity task, Request request, boolean repeatable, Duration timeout) implements Call<Ended.Answer> {}
}
