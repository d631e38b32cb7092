package io.github.kustomerconnector.operation.search;

import static io.github.kustomerconnector.field.Formats.oneOf;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code queryContext} of a search: the type of the records, and the klass of KObjects. */
final class RecordType {

    private static final String KOBJECT = "kobject";
    private static final Format TYPE = oneOf(
            "customer",
            "conversation",
            "message",
            "note",
            "company",
            KOBJECT,
            "conversation_time",
            "work_session",
            "work_item");

    private RecordType() {}

    /**
     * The {@code queryContext} as Kustomer reads it, such as {@code kobject_order}.
     *
     * @param container the input that holds the two fields
     * @param queryContext the record type; {@code customer} if null
     */
    static Json of(String container, @Nullable String queryContext, @Nullable Json klass) {
        String given = Choice.orElse(queryContext, "customer");
        String field = container + ".queryContext";
        Optional<Json> name = Optional.ofNullable(klass).filter(value -> !value.isBlank());
        if (given.startsWith(KOBJECT + "_")) {
            return Json.of(KOBJECT + "_" + klass(Json.of(given.substring(KOBJECT.length() + 1)), field));
        }
        Json type = TYPE.check(field, Json.of(given));
        if (name.isEmpty()) {
            return type;
        }
        if (!type.equals(Json.of(KOBJECT))) {
            throw Failure.invalid(container + ".klass", "is allowed only with the record type " + KOBJECT);
        }
        return Json.of(KOBJECT + "_" + klass(name.get(), container + ".klass"));
    }

    private static String klass(Json name, String field) {
        return KlassFormat.NAME.check(field, name).text().orElseThrow();
    }
}
