package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of one moment on the page: customers with their conversations, KObjects, and queues with work items. */
final class PageRecords {

    private static final int MOST = 100;

    private final KustomerSimulator kustomer;
    private final List<ObjectNode> customers;
    private final List<ObjectNode> conversations;
    private final Map<String, String> names = new HashMap<>();

    PageRecords(KustomerSimulator kustomer) {
        this.kustomer = kustomer;
        customers = kustomer.customers().reversed();
        conversations = kustomer.conversations().reversed();
        Stream.of(customers, conversations, kustomer.records("user"), kustomer.records("queue"))
                .flatMap(List::stream)
                .forEach(record -> names.put(id(record), name(record)));
    }

    void writeTo(ObjectNode state, String conversation) {
        state.put("customerCount", customers.size()).put("conversationCount", conversations.size());
        writeCustomers(state.putArray("customers"));
        conversations.stream()
                .filter(each -> id(each).equals(conversation))
                .findFirst()
                .or(() -> conversations.stream().findFirst())
                .ifPresent(shown -> new PageTimeline(kustomer, this).write(shown, state.putObject("conversation")));
        writeKObjects(state);
        writeQueues(state.putArray("queues"));
    }

    /** The name of a customer, a conversation, a user or a queue; empty if there is no such record. */
    String nameOf(String id) {
        return names.getOrDefault(id, "");
    }

    private void writeCustomers(ArrayNode target) {
        Map<String, List<ObjectNode>> byCustomer = conversations.stream()
                .collect(Collectors.groupingBy(conversation -> related(conversation, "customer")));
        for (ObjectNode customer : newest(customers)) {
            ObjectNode entry = target.addObject().put("key", id(customer)).put("name", name(customer));
            entry.put("contacts", contacts(customer.path("attributes")));
            ArrayNode own = entry.putArray("conversations");
            newest(byCustomer.getOrDefault(id(customer), List.of())).forEach(each -> own.add(summary(each)));
        }
    }

    static ObjectNode summary(ObjectNode conversation) {
        return Json.object()
                .put("key", id(conversation))
                .put("name", name(conversation))
                .put("status", conversation.at("/attributes/status").asText());
    }

    private static String contacts(JsonNode attributes) {
        return Stream.of("/emails/0/email", "/phones/0/phone", "/externalId")
                .map(path -> attributes.at(path).asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void writeKObjects(ObjectNode state) {
        List<ObjectNode> kobjects = kustomer.kobjects().stream()
                .sorted(Comparator.comparing(PageRecords::createdAt))
                .toList();
        state.put("kobjectCount", kobjects.size());
        ArrayNode target = state.putArray("kobjects");
        for (ObjectNode kobject : newest(kobjects.reversed())) {
            ObjectNode entry = target.addObject().put("key", id(kobject)).put("name", name(kobject));
            entry.put("klass", kobject.path("type").asText().replaceFirst("^kobject\\.", ""));
            entry.put("customer", nameOf(related(kobject, "customer")));
            ArrayNode attributes = entry.putArray("attributes");
            kobject.at("/attributes/custom")
                    .properties()
                    .forEach(attribute -> attributes
                            .addObject()
                            .put("name", attribute.getKey())
                            .put("value", text(attribute.getValue())));
        }
    }

    private void writeQueues(ArrayNode target) {
        Map<String, List<ObjectNode>> byQueue = kustomer.records(WorkItems.TYPE).reversed().stream()
                .collect(Collectors.groupingBy(item -> related(item, "queue")));
        for (ObjectNode queue : kustomer.records("queue")) {
            writeQueue(id(queue), name(queue), byQueue, target);
        }
        if (byQueue.containsKey("")) {
            writeQueue("", "Without a queue", byQueue, target);
        }
    }

    private void writeQueue(String id, String name, Map<String, List<ObjectNode>> byQueue, ArrayNode target) {
        ArrayNode items =
                target.addObject().put("key", "queue-" + id).put("name", name).putArray("items");
        newest(byQueue.getOrDefault(id, List.of()))
                .forEach(item -> items.addObject()
                        .put("status", WorkItems.status(item))
                        .put("conversation", nameOf(related(item, "resource")))
                        .put("assignedTo", nameOf(related(item, "assignedTo")))
                        .put("paused", item.at("/attributes/paused").asBoolean()));
    }

    private static List<ObjectNode> newest(List<ObjectNode> records) {
        return records.subList(0, Math.min(MOST, records.size()));
    }

    static String id(ObjectNode record) {
        return record.path("id").asText();
    }

    static String createdAt(ObjectNode record) {
        return record.at("/attributes/createdAt").asText();
    }

    private static String name(ObjectNode record) {
        return Stream.of("displayName", "name", "title", "subject")
                .map(field -> record.path("attributes").path(field).asText())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> id(record));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
