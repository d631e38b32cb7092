package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.ListSizeField;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The list of an owner's KObjects.
 *
 * @param path the path without the page number
 * @param most the maximum number of KObjects
 */
record KObjectListQuery(Path path, Role role, int most) {

    static KObjectListQuery ofCustomer(KObjectQuery query) {
        return of(query, "customer", query.customer(), KObjectApi::ofCustomer).as(KObjectApi.OF_CUSTOMER);
    }

    static KObjectListQuery ofCompany(KObjectQuery query) {
        return of(query, "company", query.company(), KObjectApi::ofCompany).as(KObjectApi.OF_COMPANY);
    }

    private static KObjectListQuery of(
            KObjectQuery query, String owner, @Nullable Json id, BiFunction<String, String, Path> list) {
        Map<String, Json> checked = new BodyBuilder("kobject")
                .require("klass", query.klass(), KlassFormat.NAME)
                .require(owner, id, objectId())
                .put("fromDate", query.fromDate(), DATE_TIME)
                .put("most", query.most(), ListSizeField.FORMAT)
                .checked();
        int most = ListSizeField.of(checked);
        Path path = list.apply(
                text(checked, owner).orElseThrow(), text(checked, "klass").orElseThrow());
        Path dated = text(checked, "fromDate")
                .map(date -> path.with("fromDate", date))
                .orElse(path);
        return new KObjectListQuery(
                sort(query)
                        .map(order -> dated.with("sort", order))
                        .orElse(dated)
                        .with("pageSize", Math.min(most, Path.LARGEST_PAGE)),
                Role.UNKNOWN,
                most);
    }

    private KObjectListQuery as(Role needed) {
        return new KObjectListQuery(path, needed, most);
    }

    private static Optional<String> sort(KObjectQuery query) {
        return switch (Choice.orElse(query.order(), "kustomer")) {
            case "kustomer" -> Optional.empty();
            case "oldest" -> Optional.of("asc");
            case "newest" -> Optional.of("desc");
            default -> throw Choice.unknown("kobject.order", "kustomer", "oldest", "newest");
        };
    }

    /** The request for a page, counted from 1. */
    Request page(int number) {
        return Request.get(path.with("page", number), role);
    }
}
