package io.github.kustomerconnector.operation.record;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.Server;
import java.util.List;

/**
 * The result for the records that were found.
 *
 * @param by how the record was looked up, such as {@code name}
 */
record RecordMatches(RecordQuery query, FindOptions options, RecordKind kind, String by) {

    static RecordMatches of(RecordQuery query, FindOptions options) {
        return new RecordMatches(query, options, RecordKind.of(query.kind()), Choice.orElse(query.by(), "name"));
    }

    /** Refuses a way to look up that Kustomer has only for another kind. */
    static void requireKind(RecordKind kind, RecordKind needed, String by) {
        if (kind != needed) {
            throw Failure.invalid(
                    "record.by",
                    "is " + by + ", which only a " + needed.type() + " has: choose another way to find a "
                            + kind.type());
        }
    }

    /** Refuses an unknown choice before anything is sent. */
    static void checkIfSeveral(RecordQuery query) {
        takesFirst(query);
    }

    FindRecordResult result(CallResult.Query result, Server server) {
        List<Resource> found = result instanceof CallResult.Listed listed ? best(listed) : result.resources();
        if (found.isEmpty() && options.required()) {
            boolean isAssumed = kind == RecordKind.TAG && by.equals("id");
            throw new KustomerException(new Failure.NotFound(
                    details(),
                    field() + ": there is no " + kind.type() + " with this " + by
                            + (isAssumed ? ". The path of a single tag is an assumption: find it by its name" : "")));
        }
        if (found.size() > 1 && !takesFirst(query)) {
            List<String> ids = found.stream().map(Resource::id).toList();
            throw new KustomerException(new Failure.Duplicate(
                    details(),
                    field() + ": " + found.size() + " records of the kind " + kind.type() + " have this " + by + ": "
                            + String.join(", ", ids) + ". Find the right one by its ID, or choose to continue with the"
                            + " first one",
                    ids));
        }
        return FindRecordResult.of(found, kind, server);
    }

    /** @throws KustomerException if the list may have further records with the name */
    private List<Resource> best(CallResult.Listed listed) {
        List<Resource> found =
                by.equals("name") ? RecordName.best(listed.resources(), RecordName.of(query)) : listed.resources();
        boolean isEnough = !found.isEmpty() && takesFirst(query);
        if (listed.complete() || isEnough) {
            return found;
        }
        String problem = by.equals("name")
                ? "was compared with the first " + RecordKind.MOST_RECORDS
                        + " records only, because there are more, or they changed while they were read: use another way"
                : "has more records in Kustomer than one page: use the ID";
        throw new KustomerException(new Failure.Rejected(details(), field() + " " + problem));
    }

    private static boolean takesFirst(RecordQuery query) {
        return switch (Choice.orElse(query.ifSeveral(), "fail")) {
            case "fail" -> false;
            case "first" -> true;
            default -> throw Choice.unknown("record.ifSeveral", "fail", "first");
        };
    }

    private String field() {
        return "record." + by;
    }

    private FailureDetails details() {
        return new FailureDetails(null, null, field(), null, "GET", kind.path());
    }
}
