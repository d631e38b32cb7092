package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The requests of an operation, as a value. Package {@code client} sends them.
 *
 * @param <R> the result of a call that succeeds
 */
public sealed interface Call<R extends CallResult> {

    /** The time limit of each request where the task does not set one. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** The largest time limit of a request that a task may set. It leaves time for look-ups. */
    Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    /** The identity of the task, the same for each delivery of its job. */
    Identity task();

    /** The time limit of each request, at most {@link #LONGEST_TIMEOUT}. */
    Duration timeout();

    /** The request that messages name. */
    Request request();

    /**
     * Creates one record, effectively once.
     *
     * @param identity the identity of the record: derived from the task, or named by the business
     * @param request the request that creates the record
     * @param policy how to proceed after a conflict or a lost answer
     * @param uploads the documents that the record refers to; they are uploaded first
     */
    record Create(
            Identity task,
            Identity identity,
            Request request,
            Duration timeout,
            IdempotencyPolicy policy,
            List<Upload> uploads)
            implements Call<CallResult.Written> {
        public Create {
            uploads = List.copyOf(uploads);
        }

        /** The create of a record that refers to no documents. */
        public Create(Identity task, Identity identity, Request request, Duration timeout, IdempotencyPolicy policy) {
            this(task, identity, request, timeout, policy, List.of());
        }
    }

    /**
     * Finds the one record that the identifiers lead to.
     *
     * @param lookups the ways to find the record, the strongest identifier first; at least one
     * @param required whether an absent record is a {@link Failure.NotFound}
     */
    record Find(Identity task, List<Lookup> lookups, boolean required, Duration timeout)
            implements Query<CallResult.Read> {
        public Find {
            lookups = List.copyOf(lookups);
        }

        @Override
        public Request request() {
            return lookups.getFirst().request();
        }
    }

    /**
     * Updates a record by idempotent steps. Fails with {@link Failure.NotFound} if the record does not exist.
     *
     * @param target the look-ups that read the record first; empty if the steps do not depend on its state
     * @param steps makes the requests, in order, from the record that was read. Kustomer answers each with the record.
     *     Without a step, the record stays unchanged
     * @param revision the revision that the first step requires
     * @param unique the look-ups of the given values that no other record may have. They tell a conflict with another
     *     record from one of revisions if Kustomer names no field
     */
    record Update(
            Identity task,
            List<Lookup> target,
            Function<Optional<Resource>, List<Request>> steps,
            Revision revision,
            List<Lookup> unique,
            Duration timeout)
            implements Call<CallResult.Written> {
        public Update {
            target = List.copyOf(target);
            unique = List.copyOf(unique);
        }

        /** The update of a record without values that must be unique. */
        public Update(
                Identity task,
                List<Lookup> target,
                Function<Optional<Resource>, List<Request>> steps,
                Revision revision,
                Duration timeout) {
            this(task, target, steps, revision, List.of(), timeout);
        }

        @Override
        public Request request() {
            return target.isEmpty()
                    ? steps.apply(Optional.empty()).getFirst()
                    : target.getFirst().request();
        }
    }

    /**
     * Sends a message in two steps: create a draft, then release it. Kustomer sends nothing before the release. The
     * release names the draft, so a repeat releases the same draft and sends no second message.
     *
     * @param origin the source of the draft
     * @param release makes the request that releases the draft with this id at this time, if the task creates it
     * @param released whether a draft has been released: it is sent, or waits for its time
     */
    record SendDraft(
            Identity task,
            DraftOrigin origin,
            BiFunction<String, Instant, Request> release,
            Predicate<Resource> released,
            Duration timeout)
            implements Call<CallResult.Written> {
        @Override
        public Request request() {
            return switch (origin) {
                case DraftOrigin.Own own -> own.draft().request();
                case DraftOrigin.Given given -> given.lookup().request();
            };
        }
    }

    /**
     * Deletes a record. An absent record counts as deleted.
     *
     * @param request a DELETE, or the PUT that marks the record as deleted
     */
    record Delete(Identity task, Request request, Duration timeout) implements Call<CallResult.Deleted> {}

    /**
     * Reads a list page by page until it ends, enough records are found, or enough pages are read.
     *
     * @param page makes the request for a page, counted from 1; it changes nothing, whatever its method
     * @param wanted selects the records
     * @param most the maximum number of records, at least 1
     * @param pages the maximum number of pages, at least 1
     */
    record ListAll(
            Identity task, IntFunction<Request> page, Predicate<Resource> wanted, int most, int pages, Duration timeout)
            implements Query<CallResult.Listed> {

        /** The maximum number of pages of most lists, because Kustomer returns at most 100 pages of a search. */
        public static final int MOST_PAGES = 100;

        /** Reads at most {@link #MOST_PAGES} pages. */
        public ListAll(
                Identity task, IntFunction<Request> page, Predicate<Resource> wanted, int most, Duration timeout) {
            this(task, page, wanted, most, MOST_PAGES, timeout);
        }

        @Override
        public Request request() {
            return page.apply(1);
        }
    }

    /** A call that finds records and changes nothing. */
    sealed interface Query<R extends CallResult.Query> extends Call<R> permits Find, ListAll, ListOrdered {}

    /**
     * Reads a list to its end, at most 100 pages, and returns its first records in an order that Kustomer does not
     * offer.
     *
     * @param page makes the request for a page, counted from 1
     * @param wanted selects the records
     * @param most the maximum number of records that are returned, at least 1
     */
    record ListOrdered(
            Identity task,
            IntFunction<Request> page,
            Predicate<Resource> wanted,
            Comparator<Resource> order,
            int most,
            Duration timeout)
            implements Query<CallResult.Listed> {
        @Override
        public Request request() {
            return page.apply(1);
        }
    }

    /**
     * Finds records, then copies files that belong to them into the document store of the process.
     *
     * @param files the files of the records that were found, in the order in which they are copied
     */
    record CopyFiles(Query<?> query, Function<CallResult.Query, List<FileCopy>> files)
            implements Call<CallResult.WithFiles> {
        @Override
        public Identity task() {
            return query.task();
        }

        @Override
        public Duration timeout() {
            return query.timeout();
        }

        @Override
        public Request request() {
            return query.request();
        }
    }

    /**
     * Reads several things that do not depend on each other, one after the other.
     *
     * @param parts what is read first; at least one
     * @param further what is read then; it may depend on the values of the first parts
     */
    record ReadParts(
            Identity task, List<ReadPart> parts, Function<CallResult.Parts, List<ReadPart>> further, Duration timeout)
            implements Call<CallResult.Parts> {
        public ReadParts {
            parts = List.copyOf(parts);
        }

        /** A call whose parts are all known at the beginning. */
        public ReadParts(Identity task, List<ReadPart> parts, Duration timeout) {
            this(task, parts, first -> List.of(), timeout);
        }

        @Override
        public Request request() {
            return parts.getFirst().query().request();
        }
    }

    /**
     * Makes sure that one record of a short list is as the task asks. It is found in the list, changed or created.
     *
     * @param identity runs one at a time for each identity
     * @param list reads the list
     * @param create creates the record if the list does not contain it
     */
    record Register(
            Identity task, Identity identity, Request list, Request create, Registration registration, Duration timeout)
            implements Call<CallResult.Written> {
        @Override
        public Request request() {
            return create;
        }
    }

    /**
     * Sends one request and returns the answer unchanged.
     *
     * @param repeatable whether the request is idempotent; only then may it be sent again after a lost answer
     */
    record Raw(Identity task, Request request, boolean repeatable, Duration timeout) implements Call<CallResult.Raw> {}

    /**
     * Brings one record into a state, one change at a time, because Kustomer makes one change per request. Each change
     * depends on the answer to the one before. After a conflict, the record is read again.
     *
     * @param current finds the record
     * @param create creates the record if there is none; Kustomer answers with the record that exists, if one does.
     *     Empty if an absent record is a failure
     * @param read makes the GET of the record with an id
     * @param next the next change; empty if the record has the state
     */
    record Transition(
            Identity task,
            TransitionTarget current,
            Optional<Request> create,
            Function<String, Request> read,
            Function<Resource, Optional<TransitionStep>> next,
            Duration timeout)
            implements Call<CallResult.Written> {
        @Override
        public Request request() {
            return create.orElseGet(current::list);
        }
    }

    /**
     * Sends an event. Kustomer treats a repeat as another event, so it is sent once. After a lost answer its outcome is
     * unknown, unless the received events can be searched.
     *
     * @param received makes the request for a page of the received events, counted from 1, the newest first; empty if
     *     they cannot be searched
     * @param own whether a received event is this one
     * @param named whether other tasks may send the same event
     */
    record Trigger(
            Identity task,
            Request request,
            Optional<IntFunction<Request>> received,
            Predicate<Resource> own,
            boolean named,
            Duration timeout)
            implements Call<CallResult.Written> {}

    /**
     * Looks up the ids of the records that the task names by other words, and makes the call with these ids.
     *
     * @param call makes the call from the ids by the fields of the references
     * @param draft the call with wrong ids, for everything that does not depend on them
     */
    record Resolving<R extends CallResult>(
            List<Reference> references, Function<Map<String, String>, Call<R>> call, Call<R> draft) implements Call<R> {
        public Resolving {
            references = List.copyOf(references);
        }

        @Override
        public Identity task() {
            return draft.task();
        }

        @Override
        public Duration timeout() {
            return draft.timeout();
        }

        @Override
        public Request request() {
            return draft.request();
        }
    }

    /**
     * Creates, updates or deletes many records by few requests, each item effectively once. It goes on from
     * {@code start} and ends when all items ended, or when {@code longestWait} is over.
     *
     * @param plan what happens to each item
     * @param longestWait how long to wait for Kustomer, at most {@link #LONGEST_TIMEOUT}
     */
    record Bulk(
            Identity task, BulkPlan plan, BulkSource source, BulkProgress start, Duration longestWait, Duration timeout)
            implements Call<CallResult.BulkPart> {

        /** The request for no items, because messages name only its method and path. */
        @Override
        public Request request() {
            return plan.requests().state("0");
        }
    }
}
