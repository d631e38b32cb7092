package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The requests of an operation, as a value. Package {@code client} sends them. The calls that may change something in
 * Kustomer are nested here. {@link Query}, {@link CopyFiles} and {@link ReadParts} only read.
 * {@link CallWithReferences} looks up ids for another call.
 *
 * @param <R> the result of a call that succeeds
 */
public sealed interface Call<R extends CallResult>
        permits Call.Create,
                Call.Update,
                Call.SendDraft,
                Call.Delete,
                Call.Register,
                Call.Raw,
                Call.Transition,
                Call.Trigger,
                Call.Bulk,
                CallWithReferences,
                Query,
                CopyFiles,
                ReadParts {

    /** The time limit of each request where the task does not set one. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** The largest time limit of a request that a task may set. It leaves time for look-ups. */
    Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    /** The identity of the task, the same for each delivery of its job. */
    Identity task();

    /** The identity of what the call makes, which several tasks may share. By default it is that of the task. */
    default Identity identity() {
        return task();
    }

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

        /** The identity by which this process remembers the record. */
        public Identity remembered() {
            return task.withInputs(request.checksum());
        }

        /** The create of a record that refers to no documents. */
        public Create(Identity task, Identity identity, Request request, Duration timeout, IdempotencyPolicy policy) {
            this(task, identity, request, timeout, policy, List.of());
        }
    }

    /**
     * Updates a record by idempotent steps. Fails with {@link Failure.NotFound} if the record does not exist.
     *
     * @param target the look-ups that read the record first; empty if the steps do not depend on its state
     * @param steps makes the requests, in order, from the record that was read. Kustomer answers each with the record.
     *     Without a step, the record stays unchanged
     * @param revision the revision that the first step requires
     * @param unique the look-ups of the given values that no other record may have. If Kustomer names no field, they
     *     show whether a conflict is with another record or about the revision
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

        /**
         * The identity by which this process remembers the draft. A draft stays with its customer, so a task with a
         * corrected customer needs another one.
         */
        public Identity remembered() {
            return task.withInputs(request().path().hashCode());
        }
    }

    /**
     * Deletes a record. An absent record counts as deleted.
     *
     * @param request a DELETE, or the PUT that marks the record as deleted
     */
    record Delete(Identity task, Request request, Duration timeout) implements Call<CallResult.Deleted> {}

    /**
     * Makes sure that one record of a short list is as the task asks. It is found in the list, changed or created.
     *
     * @param identity the identity of the record
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
     * @param identity runs one at a time for each identity; the task's own one if no other task sends the same event
     * @param received makes the request for a page of the received events, counted from 1, the newest first; empty if
     *     they cannot be searched
     * @param own whether a received event is this one
     */
    record Trigger(
            Identity task,
            Identity identity,
            Request request,
            Optional<IntFunction<Request>> received,
            Predicate<Resource> own,
            Duration timeout)
            implements Call<CallResult.Written> {}

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

        /** The identity by which this process remembers the progress. It is calculated from all items. */
        public Identity remembered() {
            return task.withInputs(Objects.hash(plan.about(), source, start));
        }
    }
}
