package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The records of one kind, oldest first; only their ids are unique. Every method is atomic. Arguments and results
 * are copied.
 */
final class Records implements RecordMemory.Kind {

    private final WeighedRecords byId = new WeighedRecords();
    private final RecordListener listener;
    private final IntSupplier largest;

    /** @param largest how many records are kept; then the oldest is dropped, without an event */
    Records(RecordListener listener, IntSupplier largest) {
        this.listener = listener;
        this.largest = largest;
    }

    synchronized void add(ObjectNode resource) {
        String id = resource.path("id").asText();
        if (byId.contains(id)) {
            throw new ApiErrorException(ApiError.taken(409, "id"));
        }
        store(id, resource);
    }

    /** Adds the record, or replaces the record with the same id. */
    synchronized void put(ObjectNode resource) {
        store(resource.path("id").asText(), resource);
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    /** The first record that matches; if there is none, a new one is added. */
    synchronized ObjectNode findOrAdd(Predicate<ObjectNode> wanted, Supplier<ObjectNode> created) {
        Optional<ObjectNode> found = byId.all().stream().filter(wanted).findFirst();
        if (found.isPresent()) {
            return found.get().deepCopy();
        }
        ObjectNode added = created.get();
        add(added);
        return added;
    }

    synchronized List<ObjectNode> all(Predicate<ObjectNode> wanted) {
        return byId.all().stream().filter(wanted).map(ObjectNode::deepCopy).toList();
    }

    /**
     * Replaces a record with the result of a function.
     *
     * @throws ApiErrorException if there is no record with this id
     */
    synchronized ObjectNode update(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode changed = change.apply(find(id).orElseThrow(() -> ApiErrorException.notFound("id")));
        store(id, changed);
        return changed;
    }

    synchronized boolean delete(String id) {
        ObjectNode deleted = byId.remove(id);
        if (deleted != null) {
            listener.changed(deleted, null);
        }
        return deleted != null;
    }

    private void store(String id, ObjectNode resource) {
        ObjectNode stored = resource.deepCopy();
        listener.changed(byId.put(id, stored), stored);
        if (byId.size() > Math.max(1, largest.getAsInt())) {
            byId.removeOldest();
        }
    }

    @Override
    public synchronized long weight() {
        return byId.weight();
    }

    @Override
    public synchronized boolean dropOldest() {
        if (byId.size() < 2) {
            return false;
        }
        byId.removeOldest();
        return true;
    }

    synchronized void clear() {
        byId.clear();
    }
}
