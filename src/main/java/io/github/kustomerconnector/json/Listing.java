package io.github.kustomerconnector.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list as Kustomer returns it ("Pagination", developer.kustomer.com).
 *
 * @param resources the records, in their order
 * @param hasNext whether Kustomer names a next page
 * @param bytes the length of the answer, which is not less than that of its records
 * @param meta a JSON object such as {@code {page, pageSize, total}}, empty if the answer has none
 */
public record Listing(List<Resource> resources, boolean hasNext, Json meta, int bytes) {

    public Listing {
        resources = List.copyOf(resources);
    }

    /** The page in an answer; empty if the answer is not JSON, or as for {@link #read(Json, int)}. */
    public static Optional<Listing> read(Body answer) {
        return answer.json().flatMap(body -> read(body, answer.size()));
    }

    /**
     * The page in an answer's body; empty if {@code data} is not a list, or an element has no id. An element may be an
     * id only, because Kustomer's documentation does not show how it returns ids without records.
     */
    private static Optional<Listing> read(Json body, int bytes) {
        Optional<Json> data = body.field("data").filter(Json::isList);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        List<Resource> resources = new ArrayList<>();
        for (Json element : data.get().elements()) {
            Optional<Resource> resource = Resource.read(element)
                    .or(() -> element.text().filter(Resource::isId).map(Resource::known));
            if (resource.isEmpty()) {
                return Optional.empty();
            }
            resources.add(resource.get());
        }
        boolean hasNext = body.at("links", "next")
                .filter(next -> next.isObject() || next.text().isPresent())
                .isPresent();
        Json meta = body.field("meta").filter(Json::isObject).orElse(Json.NOTHING);
        return Optional.of(new Listing(resources, hasNext, meta, bytes));
    }
}
