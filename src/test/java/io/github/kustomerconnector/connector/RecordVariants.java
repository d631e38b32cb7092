package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasks of the operations that choose the type of their records: find, delete and bulk. */
final class RecordVariants {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    private RecordVariants() {}

    /** A task for each choice that leads to another endpoint. */
    static List<CoverageVariant> all() {
        return Stream.of(found(), kobjects(), deleted(), bulks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CoverageVariant> found() {
        Stream<CoverageVariant> byName = Stream.of("queue", "user", "team", "company", "tag", "klass")
                .map(kind -> found(Map.of("record.kind", kind, "record.name", "VIP")));
        Stream<CoverageVariant> byId = Stream.of("queue", "user", "team", "company", "tag", "klass")
                .map(kind -> found(Map.of("record.kind", kind, "record.by", "id", "record.id", ID)));
        return Stream.concat(byName, byId).toList();
    }

    private static CoverageVariant found(Map<String, Object> fields) {
        return new CoverageVariant(FindRecordConnector::new, (task, kustomer) -> with(task, fields));
    }

    private static List<CoverageVariant> kobjects() {
        return List.of(
                kobject(Map.of("kobject.klass", "order", "kobject.by", "externalId", "kobject.externalId", "O-1")),
                kobject(Map.of("kobject.klass", "order", "kobject.by", "company", "kobject.company", ID)),
                new CoverageVariant(
                        UpdateKObjectConnector::new,
                        (task, kustomer) -> with(
                                task,
                                Map.of(
                                        "target.klass",
                                        "order",
                                        "target.by",
                                        "externalId",
                                        "target.externalId",
                                        "O-1",
                                        "kobject.title",
                                        "Order 8"))));
    }

    private static CoverageVariant kobject(Map<String, Object> fields) {
        return new CoverageVariant(FindKObjectConnector::new, (task, kustomer) -> with(task, fields));
    }

    private static List<CoverageVariant> deleted() {
        return Stream.of("conversation", "note")
                .map(kind -> new CoverageVariant(
                        DeleteRecordConnector::new,
                        (task, kustomer) -> with(task, Map.of("record.kind", kind, "record.id", ID))))
                .toList();
    }

    private static List<CoverageVariant> bulks() {
        return Stream.of("customers", "conversations", "messages", "notes", "companies", "kobjects")
                .flatMap(resource -> Stream.of("create", "update", "delete")
                        .filter(action -> !action.equals("delete")
                                || !List.of("messages", "notes").contains(resource))
                        .map(action -> bulk(resource, action)))
                .toList();
    }

    private static CoverageVariant bulk(String resource, String action) {
        return new CoverageVariant(
                RunBulkConnector::new,
                (task, kustomer) -> with(
                        task,
                        Map.of(
                                "bulk.resource",
                                resource,
                                "bulk.action",
                                action,
                                "bulk.klass",
                                "order",
                                "bulk.items",
                                List.of(item(resource, action, kustomer)))));
    }

    private static Map<String, Object> item(String resource, String action, KustomerSimulator kustomer) {
        String customer = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String conversation = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
        if (action.equals("delete")) {
            return Map.of("id", ID);
        }
        boolean isUpdate = action.equals("update");
        return switch (resource) {
            case "conversations" -> isUpdate ? Map.of("id", ID, "name", "Order 7") : Map.of("customer", customer);
            case "messages" ->
                isUpdate
                        ? Map.of("id", ID, "status", "sent")
                        : Map.of("conversation", conversation, "channel", "email", "app", "camunda");
            case "notes" ->
                isUpdate ? Map.of("id", ID, "body", "Hello") : Map.of("conversation", conversation, "body", "Hello");
            case "kobjects" -> isUpdate ? Map.of("id", ID, "title", "Order 7") : Map.of("title", "Order 7");
            default -> isUpdate ? Map.of("id", customer, "name", "Ada Ltd") : Map.of("name", "Ada Ltd");
        };
    }

    private static Task with(Task task, Map<String, Object> fields) {
        Task filled = task;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            filled = filled.with(field.getKey(), field.getValue());
        }
        return filled;
    }
}
