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

    /**
     * The record that has the KObjects.
     *
     * @param field the input that contains its id
     * @param list the path of its KObjects, by its id and the klass
     */
    private record Owner(String field, @Nullable Json id, BiFunction<String, String, Path> list, Role role) {}

    static KObjectListQuery ofCustomer(KObjectQuery query) {
        return of(query, new Owner("customer", query.customer(), KObjectApi::ofCustomer, KObjectApi.OF_CUSTOMER));
    }

    static KObjectListQuery ofCompany(KObjectQuery query) {
        return of(query, new Owner("company", query.company(), KObjectApi::ofCompany, KObjectApi.OF_COMPANY));
    }

    private static KObjectListQuery of(KObjectQuery query, Owner owner) {
        Map<String, Json> checked = new BodyBuilder("kobject")
                .require("klass", query.klass(), KlassFormat.NAME)
                .require(owner.field(), owner.id(), objectId())
                .put("fromDate", query.fromDate(), DATE_TIME)
                .put("most", query.most(), ListSizeField.FORMAT)
                .checked();
        int most = ListSizeField.of(checked);
        Path path = owner.list()
                .apply(
                        text(checked, owner.field()).orElseThrow(),
                        text(checked, "klass").orElseThrow());
        Path dated = text(checked, "fromDate")
                .map(date -> path.with("fromDate", date))
                .orElse(path);
        Path sorted = sort(query).map(order -> dated.with("sort", order)).orElse(dated);
        return new KObjectListQuery(sorted.with("pageSize", Math.min(most, Path.LARGEST_PAGE)), owner.role(), most);
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
