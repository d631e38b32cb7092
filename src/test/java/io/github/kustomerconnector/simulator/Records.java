package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The records of one kind in which nothing but the id is unique, oldest first. Every method is one indivisible step; what goes in
 * and comes out is copied.
 */
final class Records {

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

    synchronized void add(ObjectNode resource) {
        String id = resource.path("id").asText();
        if (byId.containsKey(id)) {
            throw new Refusal(Problem.taken(409, "id"));
        }
        byId.put(id, resource.deepCopy());
    }

    /** Adds the record, or puts it in the place of the one with its id. */
    synchronized void put(ObjectNode resource) {
        byId.put(resource.path("id").asText(), resource.deepCopy());
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized List<ObjectNode> all(Predicate<ObjectNode> wanted) {
        return byId.values().stream().filter(wanted).map(ObjectNode::deepCopy).toList();
    }

    /** Changes a record by a function of its present state. */
    synchronized ObjectNode update(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode changed = change.apply(find(id).orElseThrow(() -> new Refusal(Problem.notFound("id"))));
        byId.put(id, changed.deepCopy());
        return changed;
    }

    synchronized boolean delete(String id) {
        return byId.remove(id) != null;
    }

    synchronized void clear() {
        byId.clear();
    }
}
