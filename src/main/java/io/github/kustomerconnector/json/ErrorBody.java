package io.github.kustomerconnector.json;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first error in an error answer, in either of Kustomer's two shapes ("Errors", developer.kustomer.com): the older
 * {@code {code, title, detail, source: {parameter}}} and the newer {@code {code, message, meta}}.
 *
 * @param code Kustomer's own code, such as {@code badparam}; null if the body has none
 * @param text title or message, followed by the detail, unchanged; null if the body has none
 * @param field the field that Kustomer names; null if it names none
 */
public record ErrorBody(
        @Nullable String code,
        @Nullable String text,
        @Nullable String field) {

    private static final ErrorBody NONE = new ErrorBody(null, null, null);

    /** The error in {@code body}. All parts are null if the body is empty or not JSON. */
    public static ErrorBody read(Body body) {
        return body.json().flatMap(ErrorBody::first).map(ErrorBody::of).orElse(NONE);
    }

    private static Optional<Json> first(Json body) {
        List<Json> errors = body.field("errors").map(Json::elements).orElse(List.of());
        return errors.isEmpty() ? body.field("error").or(() -> Optional.of(body)) : Optional.of(errors.getFirst());
    }

    private static ErrorBody of(Json error) {
        return new ErrorBody(
                firstScalar(List.of(error.at("code"))),
                text(error),
                firstScalar(List.of(
                        error.at("source", "parameter"),
                        error.at("source", "parameters"),
                        error.at("source", "pointer"),
                        error.at("meta", "parameter"),
                        error.at("meta", "field"))));
    }

    private static @Nullable String text(Json error) {
        Optional<Json> plain = error.isObject() ? Optional.empty() : Optional.of(error);
        String title = firstScalar(List.of(error.at("title"), error.at("message"), plain));
        String detail = firstScalar(List.of(error.at("detail")));
        if (title == null) {
            return detail;
        }
        return detail == null ? title : title + ": " + detail;
    }

    private static @Nullable String firstScalar(List<Optional<Json>> values) {
        return values.stream()
                .flatMap(Optional::stream)
                .flatMap(value -> value.scalar().stream())
                .findFirst()
                .orElse(null);
    }
}
