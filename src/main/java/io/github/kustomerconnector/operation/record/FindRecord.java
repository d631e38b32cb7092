package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.identifier;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.RecordFormats;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.DirectoryApi;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a company, user, team, queue, tag or klass. Kustomer finds ids, the key of a queue, the e-mail of a user and
 * the external id of a company itself. It finds no names, so they are compared with the records of up to 2,000 read in
 * pages. The operation only reads, so a repeat is safe.
 */
public record FindRecord(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable RecordQuery record,
        @Nullable FindOptions options)
        implements Operation<CallResult.Query> {

    /** The roles for all kinds of records. A task needs the role of its kind; users, teams and tags have none. */
    public static List<Role> roles() {
        return List.of(DirectoryApi.READ_QUEUES, DirectoryApi.READ_COMPANIES, DirectoryApi.READ_KLASSES);
    }

    @Override
    public Call<? extends CallResult.Query> call(TaskIdentity task) {
        RecordQuery query = RecordQuery.orEmpty(record);
        RecordKind kind = RecordKind.of(query.kind());
        RecordMatches.checkIfSeveral(query);
        Predicate<Resource> active = active(query);
        return switch (Choice.orElse(query.by(), "name")) {
            case "id" -> byId(task, kind, query);
            case "name" -> byName(task, kind, RecordName.of(query), active);
            case "key" -> {
                RecordMatches.requireKind(kind, RecordKind.QUEUE, "key");
                String key = required("record", "key", query.key(), identifier(256));
                yield filtered(task, DirectoryApi.queuesWithKey(key), PortableNames.having("key", key));
            }
            case "email" -> {
                RecordMatches.requireKind(kind, RecordKind.USER, "email");
                String email = required("record", "email", query.email(), RecordFormats.EMAIL);
                Predicate<Resource> named = PortableNames.having("email", email);
                yield filtered(task, DirectoryApi.usersWithEmail(email), named.and(active));
            }
            case "externalId" -> {
                RecordMatches.requireKind(kind, RecordKind.COMPANY, "externalId");
                String id = required("record", "externalId", query.externalId(), identifier(256));
                Predicate<Resource> having = DirectoryApi.isCompanyWithExternalId(id);
                yield filtered(task, DirectoryApi.companiesWithExternalId(id), having.and(active));
            }
            default -> throw Choice.unknown("record.by", "id", "name", "key", "email", "externalId");
        };
    }

    @Override
    public FindRecordResult result(CallResult.Query result) {
        return RecordMatches.of(RecordQuery.orEmpty(record), FindOptions.orDefault(options))
                .result(result, serverOrDefault());
    }

    private Query.Find byId(TaskIdentity task, RecordKind kind, RecordQuery query) {
        String id = required("record", "id", query.id(), kind.id());
        Lookup lookup = Lookup.byId(id, () -> kind.byId(id));
        // The result names the assumption if there is no such tag.
        return kind == RecordKind.TAG
                ? new Query.Find(
                        task.derived(),
                        List.of(lookup),
                        false,
                        FindOptions.orDefault(options).checked().timeout())
                : FindOptions.orDefault(options).find(task, lookup);
    }

    private Query.ListAll byName(TaskIdentity task, RecordKind kind, String name, Predicate<Resource> active) {
        return new Query.ListAll(
                task.derived(),
                page -> kind.page(name, page),
                active.and(found -> RecordName.isSimilar(found, name)),
                RecordKind.MOST_SEVERAL,
                kind.pages(),
                FindOptions.orDefault(options).checked().timeout());
    }

    /** A list that Kustomer has filtered. */
    private Query.ListAll filtered(TaskIdentity task, Request request, Predicate<Resource> wanted) {
        return new Query.ListAll(
                task.derived(),
                page -> request,
                wanted,
                RecordKind.MOST_SEVERAL,
                1,
                FindOptions.orDefault(options).checked().timeout());
    }

    private static Predicate<Resource> active(RecordQuery query) {
        boolean all = Choice.isTrue("record.includeDeactivated", query.includeDeactivated());
        return found -> all || !found.isDeleted();
    }
}
