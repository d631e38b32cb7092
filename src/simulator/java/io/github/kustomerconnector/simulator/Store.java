package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The customers and conversations of the organization. Every method is atomic. Arguments and results are copied. */
final class Store implements RecordMemory.Kind {

    private final WeighedRecords customers = new WeighedRecords();
    private final WeighedRecords conversations = new WeighedRecords();
    private final Map<String, String> owners = new HashMap<>();
    private final Settings settings;
    private final RecordListener listener;

    Store(Settings settings, RecordListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    synchronized void addCustomer(ObjectNode customer) {
        if (customers.contains(id(customer))) {
            throw new ApiErrorException(ApiError.taken(409, "id"));
        }
        putCustomer(customer);
    }

    synchronized void addConversation(ObjectNode conversation) {
        if (conversations.contains(id(conversation))) {
            throw new ApiErrorException(ApiError.taken(409, "id"));
        }
        putConversation(conversation);
    }

    /**
     * Replaces a customer with the result of a function.
     *
     * @throws ApiErrorException if there is no such customer
     */
    synchronized ObjectNode updateCustomer(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode customer = change.apply(customer(id).orElseThrow(() -> ApiErrorException.notFound("id")));
        putCustomer(customer);
        return customer;
    }

    /**
     * Replaces a conversation with the result of a function.
     *
     * @throws ApiErrorException if there is no such conversation
     */
    synchronized ObjectNode updateConversation(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode conversation = change.apply(conversation(id).orElseThrow(() -> ApiErrorException.notFound("id")));
        putConversation(conversation);
        return conversation;
    }

    /** Changes a conversation without an event; does nothing if it does not exist. */
    synchronized void amendConversation(String id, Consumer<ObjectNode> change) {
        conversation(id).ifPresent(conversation -> {
            change.accept(conversation);
            conversations.put(id, conversation);
        });
    }

    synchronized Optional<ObjectNode> customer(String id) {
        return Optional.ofNullable(customers.get(id)).map(ObjectNode::deepCopy);
    }

    /**
     * The customer with an identifier.
     *
     * @param key of the {@link Identifier}
     */
    synchronized Optional<ObjectNode> customerBy(String key) {
        return Optional.ofNullable(owners.get(key)).flatMap(this::customer);
    }

    synchronized Optional<ObjectNode> conversation(String id) {
        return Optional.ofNullable(conversations.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized Optional<ObjectNode> conversationByExternalId(String externalId) {
        return conversations.all().stream()
                .filter(conversation -> externalId(conversation).equals(externalId))
                .findFirst()
                .map(ObjectNode::deepCopy);
    }

    /**
     * Merges two customers. The source is deleted.
     *
     * @param union yields the merged customer from source and target
     */
    synchronized void mergeCustomers(String source, String target, BinaryOperator<ObjectNode> union) {
        ObjectNode gone = customer(source).orElseThrow(() -> ApiErrorException.notFound("source"));
        ObjectNode stays = customer(target).orElseThrow(() -> ApiErrorException.notFound("target"));
        deleteCustomer(source);
        putCustomer(union.apply(gone, stays));
    }

    synchronized boolean deleteCustomer(String id) {
        owners.values().removeIf(id::equals);
        return isDeleted(customers.remove(id));
    }

    synchronized boolean deleteConversation(String id) {
        return isDeleted(conversations.remove(id));
    }

    private boolean isDeleted(@Nullable ObjectNode deleted) {
        if (deleted != null) {
            listener.changed(deleted, null);
        }
        return deleted != null;
    }

    private void store(WeighedRecords records, ObjectNode record) {
        ObjectNode stored = record.deepCopy();
        listener.changed(records.put(id(record), stored), stored);
        if (records.size() > Math.max(1, settings.values().maxRecords)) {
            dropOldest(records);
        }
    }

    private void dropOldest(WeighedRecords records) {
        String dropped = records.removeOldest();
        owners.values().removeIf(dropped::equals);
    }

    @Override
    public synchronized long weight() {
        return customers.weight() + conversations.weight();
    }

    /** Drops a customer or a conversation, of the kind that takes more memory. */
    @Override
    public synchronized boolean dropOldest() {
        WeighedRecords larger = customers.weight() > conversations.weight() ? customers : conversations;
        if (larger.size() < 2) {
            return false;
        }
        dropOldest(larger);
        return true;
    }

    synchronized List<ObjectNode> customers() {
        return customers.all().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized List<ObjectNode> conversations() {
        return conversations.all().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized void clear() {
        customers.clear();
        conversations.clear();
        owners.clear();
    }

    private void putCustomer(ObjectNode customer) {
        List<Identifier> identifiers = Identifier.of(customer.path("attributes"));
        String id = id(customer);
        for (Identifier identifier : identifiers) {
            if (!owners.getOrDefault(identifier.key(), id).equals(id)) {
                throw new ApiErrorException(ApiError.taken(settings.values().duplicateStatus, identifier.parameter()));
            }
        }
        if (customers.contains(id)) {
            owners.values().removeIf(id::equals);
        }
        identifiers.forEach(identifier -> owners.put(identifier.key(), id));
        store(customers, customer);
    }

    private void putConversation(ObjectNode conversation) {
        String externalId = externalId(conversation);
        if (settings.values().uniqueConversationExternalIds && !externalId.isEmpty()) {
            conversationByExternalId(externalId)
                    .filter(other -> !id(other).equals(id(conversation)))
                    .ifPresent(other -> {
                        throw new ApiErrorException(ApiError.taken(settings.values().duplicateStatus, "externalId"));
                    });
        }
        store(conversations, conversation);
    }

    private static String id(ObjectNode resource) {
        return resource.path("id").asText();
    }

    private static String externalId(ObjectNode conversation) {
        return conversation.at("/attributes/externalId").asText();
    }
}
