package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The items of a bulk: their number, their names, and the request for the single record that each stands for. */
final class BulkItems {

    /** The field with the client's own name of an item. */
    static final String NAME = "_clientRef";

    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_NAME = 255;

    /** By the collection: Kustomer's description of a bulk update lacks these fields. */
    private static final Map<String, Set<String>> SINGLE_ONLY = Map.of(
            "customers", Set.of("whatsapps", "instagramIds"),
            "companies", Set.of("whatsapps", "rev"),
            "conversations", Set.of("satisfactionLevel", "suggestedShortcuts"));

    private BulkItems() {}

    static void requireSize(int items) {
        if (items == 0 || items > MOST_ITEMS) {
            throw new ApiErrorException(
                    ApiError.of(400, ErrorCode.INVALID, "A bulk must have 1 to " + MOST_ITEMS + " items"));
        }
    }

    /** {@code _clientRef} of each item: all items have one or none has one, 1 to 255 characters, unique. */
    static List<String> names(JsonNode items) {
        requireSize(items.size());
        List<String> names = items.valueStream()
                .filter(item -> item.has(NAME))
                .map(item -> item.path(NAME).asText())
                .toList();
        boolean isWrong = names.stream().anyMatch(name -> name.isEmpty() || name.length() > LONGEST_NAME);
        if (isWrong
                || (!names.isEmpty() && names.size() != items.size())
                || new HashSet<>(names).size() != names.size()) {
            throw new ApiErrorException(
                    new ApiError(400, ErrorCode.INVALID, "All items or none must have a unique _clientRef", "", NAME));
        }
        return names;
    }

    /**
     * Refuses the fields that the update of a single record has, and a bulk has not.
     *
     * @param update the request for the single record
     */
    static void requireUpdatable(RecordedRequest update, JsonNode body) {
        Set<String> refused = SINGLE_ONLY.getOrDefault(update.path().split("/", -1)[2], Set.of());
        List<ApiError> errors = body.propertyStream()
                .map(Map.Entry::getKey)
                .filter(refused::contains)
                .map(name -> ApiError.unknownProperty(400, name, "/additionalProperties"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ApiErrorException(errors, Map.of());
        }
    }

    /** The request for a single record. In a bulk, the update of a note or a message has no required fields. */
    static RecordedRequest single(RecordedRequest bulk, String method, ObjectNode item) {
        String collection = bulk.path().substring(0, bulk.path().length() - "/bulk".length());
        String target = collection;
        if (!method.equals("POST")) {
            target += "/" + item.path("id").asText();
            item.remove("id");
        } else if (collection.equals("/v1/notes")) {
            target = "/v1/conversations/" + item.path("conversation").asText() + "/notes";
            item.remove("conversation");
        } else if (collection.equals("/v1/messages")) {
            String parent = item.has("conversation") ? "conversation" : "customer";
            target = "/v1/" + parent + "s/" + item.path(parent).asText() + "/messages";
            item.remove(parent);
        }
        String body = method.equals("DELETE") ? "" : item.toString();
        boolean isPatch = method.equals("PUT") && collection.matches("/v1/(notes|messages)");
        return new RecordedRequest(
                bulk.at(), isPatch ? "PATCH" : method, target, bulk.headers(), body, OptionalInt.empty());
    }
}
