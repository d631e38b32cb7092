package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Optional;

/** The field "At most" of the forms that list records. */
public final class ListSizeField {

    public static final String LABEL = "At most";
    public static final String DEFAULT = "20";
    public static final String PATTERN = "^(=.*|[1-9][0-9]?|[1-4][0-9][0-9]|500|undefined)?$";
    public static final String PATTERN_MESSAGE = "must be a number from 1 to 500";

    /** The format of the field. */
    public static final Format FORMAT = Formats.integer(1, 500);

    private ListSizeField() {}

    /** The maximum number of records from the checked field {@code most}; the default if the form has none. */
    public static int of(Map<String, Json> checked) {
        return Integer.parseInt(
                Optional.ofNullable(checked.get("most")).flatMap(Json::scalar).orElse(DEFAULT));
    }
}
