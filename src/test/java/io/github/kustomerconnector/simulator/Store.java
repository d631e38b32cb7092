package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The records of the organization. Every method is one indivisible step; what goes in and comes out is copied. */
final class Store {

    private final Map<String, ObjectNode> customers = new LinkedHashMap<>();
    private final Map<String, ObjectNode> conversations = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Settings settings;

    Store(Settings settings) {
        this.settings = settings;
    }

    synchronized void addCustomer(ObjectNode customer) {
        if (customers.containsKey(id(customer))) {
            throw new Refusal(Problem.taken(409, "id"));
        }
        putCustomer(customer);
    }

    synchronized void addConversation(ObjectNode conversation) {
        if (conversations.containsKey(id(conversation))) {
            throw new Refusal(Problem.taken(409, "id"));
        }
        putConversation(conversation);
    }

    /** Changes a customer by a function of its present state. */
    synchronized ObjectNode updateCustomer(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode customer = change.apply(customer(id).orElseThrow(() -> new Refusal(Problem.notFound("id"))));
        putCustomer(customer);
        return customer;
    }

    /** Changes a conversation by a function of its present state. */
    synchronized ObjectNode updateConversation(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode conversation = change.apply(conversation(id).orElseThrow(() -> new Refusal(Problem.notFound("id"))));
        putConversation(conversation);
        return conversation;
    }

    synchronized Optional<ObjectNode> customer(String id) {
        return Optional.ofNullable(customers.get(id)).map(ObjectNode::deepCopy);
    }

    /** The customer who has an identifier, by its key. */
    synchronized Optional<ObjectNode> customerBy(String key) {
        return Optional.ofNullable(owners.get(key)).flatMap(this::customer);
    }

    synchronized Optional<ObjectNode> conversation(String id) {
        return Optional.ofNullable(conversations.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized Optional<ObjectNode> conversationByExternalId(String externalId) {
        return conversations.values().stream()
                .filter(conversation -> externalId(conversation).equals(externalId))
                .findFirst()
                .map(ObjectNode::deepCopy);
    }

    /** Makes one customer of two; the first is gone afterwards. */
    synchronized void mergeCustomers(String source, String target, BinaryOperator<ObjectNode> union) {
        ObjectNode gone = customer(source).orElseThrow(() -> new Refusal(Problem.notFound("source")));
        ObjectNode stays = customer(target).orElseThrow(() -> new Refusal(Problem.notFound("target")));
        deleteCustomer(source);
        putCustomer(union.apply(gone, stays));
    }

    synchronized boolean deleteCustomer(String id) {
        owners.values().removeIf(id::equals);
        return customers.remove(id) != null;
    }

    synchronized boolean deleteConversation(String id) {
        return conversations.remove(id) != null;
    }

    synchronized List<ObjectNode> customers() {
        return customers.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized List<ObjectNode> conversations() {
        return conversations.values().stream().map(ObjectNode::deepCopy).toList();
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
                throw new Refusal(Problem.taken(settings.duplicateStatus(), identifier.parameter()));
            }
        }
        owners.values().removeIf(id::equals);
        identifiers.forEach(identifier -> owners.put(identifier.key(), id));
        customers.put(id, customer.deepCopy());
    }

    private void putConversation(ObjectNode conversation) {
        String externalId = externalId(conversation);
        if (settings.uniqueConversationExternalIds() && !externalId.isEmpty()) {
            conversationByExternalId(externalId)
                    .filter(other -> !id(other).equals(id(conversation)))
                    .ifPresent(other -> {
                        throw new Refusal(Problem.taken(settings.duplicateStatus(), "externalId"));
                    });
        }
        conversations.put(id(conversation), conversation.deepCopy());
    }

    private static String id(ObjectNode resource) {
        return resource.path("id").asText();
    }

    private static String externalId(ObjectNode conversation) {
        return conversation.at("/attributes/externalId").asText();
    }
}
