package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The customer and the conversation that a create adds its record to, as far as its request contains them. They show
 * that two tasks with the same idempotency key create different records, before the first record is readable.
 *
 * @param ids by the name of the relation
 */
record Parents(Map<String, String> ids) {

    private static final List<String> RELATIONS = List.of("conversation", "customer");

    private static final Pattern PATH = Pattern.compile("/v1/(conversation|customer)s/([^/?]+)/.*");

    Parents {
        ids = Map.copyOf(ids);
    }

    static Parents of(Request create) {
        // Search the bytes first, because most creates have neither, and reading JSON costs more.
        Json body = Optional.ofNullable(create.body())
                .filter(bytes -> RELATIONS.stream().anyMatch(name -> bytes.contains('"' + name + '"')))
                .flatMap(Body::json)
                .orElse(Json.NULL);
        Map<String, String> ids = new HashMap<>();
        RELATIONS.forEach(name -> body.field(name).flatMap(Json::text).ifPresent(id -> ids.put(name, id)));
        Matcher path = PATH.matcher(create.path().encoded());
        if (path.matches()) {
            ids.put(path.group(1), path.group(2));
        }
        return new Parents(ids);
    }

    /** The relation that both have with different records; empty if there is none. */
    Optional<String> otherThan(Parents other) {
        return RELATIONS.stream()
                .filter(name -> ids.containsKey(name) && other.ids.containsKey(name))
                .filter(name -> !Objects.equals(ids.get(name), other.ids.get(name)))
                .findFirst();
    }
}
