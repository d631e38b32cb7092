package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/**
 * A request with the route that it matched.
 *
 * @param argument the decoded variable part of the path; empty if the path has none
 * @param content the validated body; an empty object if the request has none
 */
record RoutedRequest(RecordedRequest request, ApiKey key, String argument, JsonNode content) {

    /** The body, for operations whose body is a JSON object. */
    ObjectNode body() {
        return (ObjectNode) content;
    }

    /**
     * Refuses an update whose {@code rev} is not the revision of the stored record. A PATCH may have it in the query
     * instead.
     */
    void checkRevision(ObjectNode current) {
        int stored = current.at("/attributes/rev").asInt();
        boolean isInQuery = request.method().equals("PATCH");
        int expected = body().path("rev").asInt(isInQuery ? number("rev", stored) : stored);
        if (expected != stored) {
            throw new ApiErrorException(new ApiError(409, ErrorCode.CONFLICT, "Conflict", "stale revision", "rev"));
        }
    }

    boolean replaces() {
        return request.method().equals("PUT")
                && request.query("replace").filter("true"::equals).isPresent();
    }

    /** The relative link to a page of the same list: the other parameters of the query stay. */
    String link(int page, int pageSize) {
        String others = request.rawQuery()
                .filter(parameter -> !parameter.matches("(page|pageSize)(=.*)?"))
                .map(parameter -> "&" + parameter)
                .collect(Collectors.joining());
        return request.path() + "?page=" + page + "&pageSize=" + pageSize + others;
    }

    /** Whether an attribute of a record has the value of the query parameter of the same name, if there is one. */
    boolean accepts(String attribute, ObjectNode record) {
        String value = record.path("attributes").path(attribute).asText();
        return request.query(attribute).filter(wanted -> !wanted.equals(value)).isEmpty();
    }

    /** A whole number from the query. Kustomer does not document the answer to anything else; here it is 400. */
    int number(String parameter, int fallback) {
        String value = request.query(parameter).orElse(String.valueOf(fallback));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ApiErrorException(new ApiError(400, ErrorCode.INVALID, "Not a number", "", parameter));
        }
    }

    /** The time {@code fromDate} from the query, for lists; without it, all records are in the list. */
    Instant fromDate() {
        String parameter = "fromDate";
        try {
            return request.query(parameter).map(Resources::instant).orElse(Instant.MIN);
        } catch (DateTimeParseException e) {
            throw new ApiErrorException(new ApiError(400, ErrorCode.INVALID, "Not a date-time", "", parameter));
        }
    }
}
