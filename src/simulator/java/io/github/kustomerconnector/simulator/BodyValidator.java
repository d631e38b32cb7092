package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Validates request bodies: size, JSON, schema, references, custom attributes and client-supplied ids. */
final class BodyValidator {

    private static final int BODY_LIMIT = 100 * 1024;
    private static final List<String> AUTHOR = List.of("createdAt", "createdBy", "modifiedAt", "modifiedBy");
    private static final String CUSTOM_RULE = "/properties/custom/additionalProperties";

    private final Dialect dialect;
    private final Settings settings;
    private final Store store;
    private final RateLimits limits;

    BodyValidator(Dialect dialect, Settings settings, Store store, RateLimits limits) {
        this.dialect = dialect;
        this.settings = settings;
        this.store = store;
        this.limits = limits;
    }

    /**
     * The body of a request as JSON.
     *
     * @throws ApiErrorException if it is too large, is not JSON or breaks the schema of the operation
     */
    JsonNode body(RecordedRequest request) {
        String text = request.body();
        if (text.isEmpty() && !request.method().matches("POST|PUT|PATCH")) {
            return Json.object();
        }
        JsonNode body = text.isEmpty() ? Json.object() : parse(request);
        List<ApiError> errors = dialect.description().requestViolations(request.method(), request.path(), body).stream()
                .map(violation -> ApiError.invalid(dialect.invalid(), violation))
                .toList();
        refuse(errors);
        refuseUnknownAttributes(LookupOperations.kind(request.path()).orElse(""), body.path("custom"));
        return body;
    }

    /** Checks the body of a new conversation and counts it for the customer's rate limit. */
    ObjectNode newConversation(ObjectNode body) {
        ObjectNode checked = clientId(body);
        requireCustomer(checked);
        countNew("conversation", checked);
        return checked;
    }

    /**
     * Applies {@link Settings#clientIds(ClientIds)} to the body of a create.
     *
     * @return a copy, without the id if Kustomer ignores it
     */
    ObjectNode clientId(ObjectNode body) {
        ObjectNode checked = body.deepCopy();
        if (checked.has("id")) {
            applyClientIdSetting(checked);
        }
        return checked;
    }

    /** Counts a new record for the rate limit of its customer. An imported one does not count, unless it is a note. */
    void countNew(String type, ObjectNode body) {
        if (!body.has("importedAt") || type.equals("note")) {
            limits.countNew(type, body.path("customer").asText());
        }
    }

    /** Refuses the author and the times of a message or a note, unless the key has the role of an administrator. */
    void requireAuthor(RoutedRequest routed) {
        if (AUTHOR.stream().anyMatch(routed.body()::has)) {
            routed.key().require(Set.of("org.admin"), settings.values().missingRoleStatus);
        }
    }

    /** Refuses a body whose {@code customer} does not exist. */
    void requireCustomer(ObjectNode body) {
        if (body.has("customer")
                && store.customer(body.path("customer").asText()).isEmpty()) {
            int status = dialect == Dialect.LIVE ? 404 : dialect.invalid();
            throw new ApiErrorException(new ApiError(status, ErrorCode.NOT_FOUND, "Not Found", "", "customer"));
        }
    }

    private void applyClientIdSetting(ObjectNode body) {
        switch (settings.values().clientIds) {
            case ACCEPTED -> {}
            case IGNORED -> body.remove("id");
            case REFUSED -> refuse(List.of(ApiError.unknownProperty(dialect.invalid(), "id", "/additionalProperties")));
        }
    }

    private JsonNode parse(RecordedRequest request) {
        if (request.bodySize() > bodyLimit(request)) {
            throw new ApiErrorException(ApiError.of(413, ErrorCode.TOO_LARGE, "Request body is too large"));
        }
        if (!request.header("Content-Type").orElse("").matches("application/json.*")) {
            throw new ApiErrorException(
                    ApiError.of(415, ErrorCode.UNSUPPORTED, "Content-Type must be application/json"));
        }
        try {
            return Json.parse(request.body());
        } catch (IllegalArgumentException e) {
            throw new ApiErrorException(ApiError.of(dialect.invalid(), ErrorCode.INVALID, "Invalid JSON"));
        }
    }

    private void refuseUnknownAttributes(String kind, JsonNode custom) {
        settings.attributes()
                .of(kind)
                .ifPresent(known -> refuse(custom.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !known.contains(name))
                        .map(name -> ApiError.unknownProperty(dialect.invalid(), name, CUSTOM_RULE))
                        .toList()));
    }

    private static int bodyLimit(RecordedRequest request) {
        return request.path().startsWith(HookOperations.PATH) ? HookOperations.BODY_LIMIT : BODY_LIMIT;
    }

    private static void refuse(List<ApiError> errors) {
        if (!errors.isEmpty()) {
            throw new ApiErrorException(errors, Map.of());
        }
    }
}
