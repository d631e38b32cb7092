package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.ErrorBody;
import io.github.kustomerconnector.json.Json;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error of one item of a bulk. Kustomer does not document its form, so an error without a field may be a conflict.
 */
record BulkError(ErrorBody body, boolean isConflict, boolean mayBeConflict, boolean isAbsent) {

    private static final Pattern CONFLICT = Pattern.compile("conflict|duplicate|exists|already|in use|unique");

    private static final Pattern ABSENT = Pattern.compile("not_?found|not found|does not exist");

    /** @param result the result of the item */
    static BulkError of(Json result) {
        Json given = result.field("error").orElse(Json.NULL);
        // The other answers of Kustomer contain a list of errors.
        Json error = given.elements().stream().findFirst().orElse(given);
        ErrorBody body = ErrorBody.read(error);
        String text = text(body.code()) + " " + text(body.text());
        boolean isConflict = isStatus(error, "409") || CONFLICT.matcher(text).find();
        boolean mayBeConflict = isConflict || body.field() == null || ErrorBody.IDENTIFIERS.contains(body.field());
        boolean isAbsent = isStatus(error, "404") || ABSENT.matcher(text).find();
        return new BulkError(body, isConflict, mayBeConflict, isAbsent);
    }

    private static boolean isStatus(Json error, String status) {
        return error.field("status")
                .flatMap(Json::scalar)
                .filter(status::equals)
                .isPresent();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
