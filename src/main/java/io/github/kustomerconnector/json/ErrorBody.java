package io.github.kustomerconnector.json;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The fields whose values are unique in an organization ("Identifiers and matching", developer.kustomer.com). */
    public static final Set<String> IDENTIFIERS =
            Set.of("id", "externalId", "externalIds", "emails", "phones", "whatsapps", "socials", "email", "phone");

    /** Kustomer's codes, such as {@code notfound} and {@code not_found}. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,63}");

    /** No error. */
    public static final ErrorBody NONE = new ErrorBody(null, null, null);

    /** The first error in {@code body}, or the error that it is. All parts are null if there is none. */
    public static ErrorBody read(Json body) {
        List<Json> errors = errors(body);
        return of(errors.isEmpty() ? body.field("error").orElse(body) : errors.getFirst());
    }

    /** The errors in {@code body} after the first one. */
    public static List<ErrorBody> others(Json body) {
        return errors(body).stream().skip(1).map(ErrorBody::of).toList();
    }

    /**
     * Whether {@code body} is an error of Kustomer in one of its two shapes. Gateways and other servers answer without
     * a body, with HTML, or with JSON of another shape.
     */
    public static boolean isKustomers(Json body) {
        List<Json> errors = errors(body);
        return !errors.isEmpty() && errors.stream().allMatch(ErrorBody::hasCodeAndText);
    }

    private static boolean hasCodeAndText(Json error) {
        return error.field("title")
                        .or(() -> error.field("message"))
                        .flatMap(Json::text)
                        .isPresent()
                && error.field("code")
                        .flatMap(Json::text)
                        .filter(code -> CODE.matcher(code).matches())
                        .isPresent();
    }

    /** Whether {@code body} has errors and no content, which makes it a refusal even with the status 200. */
    public static boolean isRefusal(Json body) {
        return !errors(body).isEmpty()
                && body.field("data").filter(data -> !data.isEmptyList()).isEmpty();
    }

    private static List<Json> errors(Json body) {
        return body.field("errors").map(Json::elements).orElse(List.of());
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
