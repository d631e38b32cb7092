package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.CreateOptions.RepeatProtection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The create of a record whose id Kustomer lets the caller choose: one derived from the identity finds the record again after a
 * lost answer, a redelivery or a crash.
 *
 * @param given the body as the process gives it, checked
 * @param ways how the record is found again
 */
public record CreateWithClientId(
        CreateOptions options, TaskIdentity task, Map<String, Json> given, LookupRequests ways) {

    /**
     * How a record is found again.
     *
     * @param byId the look-up by the record's id
     * @param byExternalId the look-up by its external id
     * @param answer what the look-up by external id answers with
     */
    public record LookupRequests(
            Function<String, Request> byId, Function<String, Request> byExternalId, Lookup.Answer answer) {

        /** Of a record that is looked up by its external id as well as by its id. */
        public LookupRequests(Function<String, Request> byId, Function<String, Request> byExternalId) {
            this(byId, byExternalId, Lookup.Answer.RECORD);
        }
    }

    /** The key that the process names, else the external id that the business gives, else the task. */
    public Identity identity() {
        return task.chosen(options.key(), text(given, "externalId"));
    }

    /** The given fields, and the identifier that the chosen protection adds. */
    public Map<String, Json> body() {
        Map<String, Json> body = new LinkedHashMap<>(given);
        switch (options.protection()) {
            case AUTOMATIC -> body.putIfAbsent("id", Json.of(identity().objectId()));
            case LOOK_UP_FIRST ->
                body.putIfAbsent("externalId", Json.of(identity().externalId()));
            case NONE -> {
                // What the process gives is all that is sent.
            }
        }
        return body;
    }

    /**
     * How the create is settled.
     *
     * @param foreign the field by which a found record turns out to be somebody else's, besides another external id; empty if it
     *     is the right one
     * @param update the request that writes the given fields into a found record; empty if there is nothing to write
     */
    public IdempotencyPolicy policy(
            Function<Resource, Optional<String>> foreign, Function<Resource, Optional<Request>> update) {
        Map<String, Json> body = body();
        boolean named = options.key().isPresent() || given.containsKey("id") || given.containsKey("externalId");
        Predicate<Resource> own = found -> !named && isSame(body, found);
        return new IdempotencyPolicy(
                protection(body),
                lookups(body),
                options.duplicates(),
                own,
                found -> otherExternalId(found).or(() -> foreign.apply(found)),
                update);
    }

    private Optional<String> otherExternalId(Resource found) {
        return text(given, "externalId")
                .filter(id -> !found.attribute("externalId").orElse(id).equals(id))
                .map(id -> "external ID");
    }

    /** The create of {@link #body()}, sent as {@code request} after the documents that it refers to. */
    public Call.Create create(Request request, IdempotencyPolicy policy, List<Upload> uploads) {
        return new Call.Create(task.derived(), identity(), request, options.timeout(), policy, uploads);
    }

    private Protection protection(Map<String, Json> body) {
        if (options.protection() == RepeatProtection.LOOK_UP_FIRST) {
            return Protection.LOOK_UP_FIRST;
        }
        return body.containsKey("id") ? Protection.UNIQUE_IDENTIFIER : Protection.NONE;
    }

    private List<Lookup> lookups(Map<String, Json> body) {
        List<Lookup> lookups = new ArrayList<>();
        text(body, "id")
                .ifPresent(id -> lookups.add(new Lookup(
                        "ID", () -> ways.byId().apply(id), found -> found.id().equals(id))));
        text(body, "externalId")
                .ifPresent(id -> lookups.add(new Lookup(
                        "external ID",
                        () -> ways.byExternalId().apply(id),
                        ways.answer(),
                        found -> isSame(body, found))));
        return lookups;
    }

    /** Whether the record has the id, or else the external id, that the body says. */
    private static boolean isSame(Map<String, Json> body, Resource found) {
        return text(body, "id").filter(found.id()::equals).isPresent()
                || text(body, "externalId")
                        .filter(id ->
                                found.attribute("externalId").filter(id::equals).isPresent())
                        .isPresent();
    }
}
