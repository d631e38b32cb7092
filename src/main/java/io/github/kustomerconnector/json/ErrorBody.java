package io.github.kustomerconnector.json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Kustomer's codes, such as {@code notfound} and {@code not_found}. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,63}");

    private static final ErrorBody NONE = new ErrorBody(null, null, null);

    /** The error in {@code body}. All parts are null if the body is empty or not JSON. */
    public static ErrorBody read(Body body) {
        return body.json().flatMap(ErrorBody::first).map(ErrorBody::of).orElse(NONE);
    }

    /** The errors in {@code body} after the first one. */
    public static List<ErrorBody> others(Body body) {
        return errors(body).stream().skip(1).map(ErrorBody::of).toList();
    }

    /** The error in an answer that contains errors of several items, such as that of a bulk. */
    public static ErrorBody read(Json error) {
        return first(error).map(ErrorBody::of).orElse(NONE);
    }

    /**
     * Whether {@code body} is an error of Kustomer in one of its two shapes. Gateways and other servers answer without
     * a body, with HTML, or with JSON of another shape.
     */
    public static boolean isKustomers(Body body) {
        List<Json> errors = errors(body);
        return !errors.isEmpty() && errors.stream().allMatch(ErrorBody::isKustomers);
    }

    private static boolean isKustomers(Json error) {
        boolean hasText = error.at("title")
                .or(() -> error.at("message"))
                .flatMap(Json::text)
                .isPresent();
        return hasText
                && error.at("code")
                        .flatMap(Json::text)
                        .filter(code -> CODE.matcher(code).matches())
                        .isPresent();
    }

    /** Whether {@code body} has errors and no content, which makes it a refusal even with the status 200. */
    public static boolean isRefusal(Body body) {
        return !errors(body).isEmpty()
                && body.json()
                        .flatMap(json -> json.field("data"))
                        .filter(data -> !data.isEmptyList())
                        .isEmpty();
    }

    private static List<Json> errors(Body body) {
        return body.json()
                .flatMap(json -> json.field("errors"))
                .map(Json::elements)
                .orElse(List.of());
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
