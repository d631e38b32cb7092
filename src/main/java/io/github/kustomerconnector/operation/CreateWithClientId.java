package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.OnDuplicate;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The create of a record whose id the client may choose. The id is derived from the identity, so it finds the record
 * again after a lost answer, a redelivery or a crash.
 *
 * @param given the checked fields of the task
 * @param requests the look-ups of such a record
 */
public record CreateWithClientId(
        CreateOptions options, TaskIdentity task, Map<String, Json> given, LookupRequests requests) {

    private static final String KEY = "idempotency key";

    /**
     * The requests that look a record up.
     *
     * @param byId the GET by the record's id
     * @param byExternalId the GET by its external id
     * @param answer the shape of the answer to {@code byExternalId}
     */
    public record LookupRequests(
            Function<String, Request> byId, Function<String, Request> byExternalId, Lookup.Answer answer) {

        /** Look-ups that both return the record. */
        public LookupRequests(Function<String, Request> byId, Function<String, Request> byExternalId) {
            this(byId, byExternalId, Lookup.Answer.RECORD);
        }
    }

    /** The identity: the idempotency key, else the external id, else the task. */
    public Identity identity() {
        return options.identity(task, text(given, "externalId"));
    }

    /** The given fields, plus the identifier that the repeat protection adds. */
    public Map<String, Json> body() {
        Map<String, Json> body = new LinkedHashMap<>(given);
        switch (options.protection()) {
            case AUTOMATIC -> body.putIfAbsent("id", Json.of(identity().objectId()));
            case LOOK_UP_FIRST ->
                body.putIfAbsent("externalId", Json.of(identity().externalId()));
            case NONE -> {
                // Only the given fields are sent.
            }
        }
        return body;
    }

    /**
     * How the create proceeds after a conflict or a lost answer.
     *
     * @param content the texts that show that a record with the same idempotency key is another one
     * @param foreign the field, besides the external id, that shows that a found record is another one; empty if it is
     *     the right one
     * @param update the request that writes the given fields into a found record; empty if there is nothing to write
     */
    public IdempotencyPolicy policy(
            List<String> content,
            Function<Resource, Optional<String>> foreign,
            Function<Resource, Optional<Request>> update) {
        Map<String, Json> body = body();
        Predicate<Resource> own = found -> !isNamed() && isSame(body, found);
        return new IdempotencyPolicy(
                protection(body),
                lookups(body),
                options.duplicates(),
                own,
                (lookup, found) -> otherExternalId(found)
                        .or(() -> foreign.apply(found))
                        .or(() -> otherContent(lookup, found, content)),
                update);
    }

    /** Whether another task can name the same record. */
    private boolean isNamed() {
        return options.key().isPresent() || given.containsKey("id") || given.containsKey("externalId");
    }

    /** The text of the task that a record found by the idempotency key or by a derived id does not have. */
    private Optional<String> otherContent(Lookup lookup, Resource found, List<String> content) {
        boolean byKey = lookup.field().equals(KEY);
        boolean isAccepted = byKey ? options.duplicates() == OnDuplicate.UPDATE_EXISTING : isNamed();
        return isAccepted ? Optional.empty() : new RecordTexts(given, content).other(found, byKey);
    }

    /** The given fields without those that only a create may contain. */
    public Map<String, Json> changes(Set<String> createOnly) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(createOnly);
        return changes;
    }

    /** {@code relation} if the task and the found record name two different records; else empty. */
    public Optional<String> otherRelation(Resource found, String relation) {
        return text(given, relation)
                .filter(id -> found.isRelatedToOther(relation, id))
                .map(id -> relation);
    }

    private Optional<String> otherExternalId(Resource found) {
        return text(given, "externalId")
                .filter(id -> found.hasOtherText("externalId", id))
                .map(id -> "external ID");
    }

    /** The create that sends {@link #body()} as {@code request}, after the uploads. */
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
                .ifPresent(id -> lookups.add(
                        Lookup.byId(named("id", "ID"), id, () -> requests.byId().apply(id))));
        text(body, "externalId")
                .ifPresent(id -> lookups.add(new Lookup(
                        named("externalId", "external ID"),
                        () -> requests.byExternalId().apply(id),
                        requests.answer(),
                        found -> isSame(body, found))));
        return lookups;
    }

    /** What the identifier stands for, as messages name it. */
    private String named(String field, String name) {
        return options.key().isPresent() && !given.containsKey(field) ? KEY : name;
    }

    /** Whether the record has the id or the external id of the body. */
    private static boolean isSame(Map<String, Json> body, Resource found) {
        return text(body, "id").filter(found.id()::equals).isPresent()
                || text(body, "externalId")
                        .filter(id ->
                                found.attribute("externalId").filter(id::equals).isPresent())
                        .isPresent();
    }
}
