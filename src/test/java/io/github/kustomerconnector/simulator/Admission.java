package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of a body before it is stored, beyond and including its schema. */
final class Admission {

    private static final int BODY_LIMIT = 100 * 1024;
    private static final String CUSTOM_RULE = "/properties/custom/additionalProperties";

    private final Dialect dialect;
    private final Settings settings;
    private final Store store;
    private final RateLimits limits;

    Admission(Dialect dialect, Settings settings, Store store, RateLimits limits) {
        this.dialect = dialect;
        this.settings = settings;
        this.store = store;
        this.limits = limits;
    }

    static String customerOf(ObjectNode conversation) {
        return conversation.at("/relationships/customer/data/id").asText();
    }

    /** The body of a request, once it is small enough, JSON, and of the operation's schema. */
    JsonNode body(RecordedRequest request) {
        String text = request.body();
        if (text.isEmpty() && !request.method().matches("POST|PUT|PATCH")) {
            return Json.object();
        }
        JsonNode body = text.isEmpty() ? Json.object() : parse(request);
        List<Problem> problems = dialect.contract().requestViolations(request.method(), request.path(), body).stream()
                .map(violation -> Problem.invalid(dialect.invalid(), violation))
                .toList();
        refuse(problems);
        refuseUnknownAttributes(body.path("custom"));
        return body;
    }

    /** The body of a new conversation as it may be stored. */
    ObjectNode newConversation(ObjectNode body) {
        ObjectNode admitted = clientId(body);
        movedConversation(admitted);
        countNew("conversation", admitted);
        return admitted;
    }

    /** A create's body with what becomes of an id that the client sends. */
    ObjectNode clientId(ObjectNode body) {
        ObjectNode admitted = body.deepCopy();
        if (admitted.has("id")) {
            admitId(admitted);
        }
        return admitted;
    }

    /** Counts a new record of a customer; an imported one does not count. */
    void countNew(String type, ObjectNode body) {
        if (!body.has("importedAt")) {
            limits.countNew(type, body.path("customer").asText());
        }
    }

    /** Refuses a body that names a customer who does not exist. */
    void movedConversation(ObjectNode body) {
        if (body.has("customer")
                && store.customer(body.path("customer").asText()).isEmpty()) {
            int status = dialect == Dialect.LIVE ? 404 : dialect.invalid();
            throw new Refusal(new Problem(status, Reason.NOT_FOUND, "Not Found", "", "customer"));
        }
    }

    private void admitId(ObjectNode body) {
        switch (settings.clientIds()) {
            case ACCEPTED -> {}
            case IGNORED -> body.remove("id");
            case REFUSED -> refuse(List.of(Problem.unknownProperty(dialect.invalid(), "id", "/additionalProperties")));
        }
    }

    private JsonNode parse(RecordedRequest request) {
        if (request.bodySize() > BODY_LIMIT) {
            throw new Refusal(Problem.of(413, Reason.TOO_LARGE, "Request body is too large"));
        }
        if (!request.header("Content-Type").orElse("").matches("application/json.*")) {
            throw new Refusal(Problem.of(415, Reason.UNSUPPORTED, "Content-Type must be application/json"));
        }
        try {
            return Json.parse(request.body());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.of(dialect.invalid(), Reason.INVALID, "Invalid JSON"));
        }
    }

    private void refuseUnknownAttributes(JsonNode custom) {
        Set<String> known = settings.knownCustomAttributes().orElse(Set.of());
        if (settings.knownCustomAttributes().isPresent()) {
            refuse(custom.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !known.contains(name))
                    .map(name -> Problem.unknownProperty(dialect.invalid(), name, CUSTOM_RULE))
                    .toList());
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems, Map.of());
        }
    }
}
