package io.github.kustomerconnector.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends the handling of a request with an error reply. */
final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ApiError> errors;
    private final transient Map<String, String> headers;

    ApiErrorException(List<ApiError> errors, Map<String, String> headers) {
        super(errors.stream().map(ApiError::sentence).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    ApiErrorException(ApiError error) {
        this(List.of(error), Map.of());
    }

    /** @param parameter the field that names the missing record */
    static ApiErrorException notFound(String parameter) {
        return new ApiErrorException(ApiError.notFound(parameter));
    }

    Reply reply(ErrorShape shape) {
        return Reply.json(errors.getFirst().status(), shape.body(errors)).with(headers);
    }
}
