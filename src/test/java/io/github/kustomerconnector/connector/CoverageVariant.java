package io.github.kustomerconnector.connector;

import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One task of an operation. {@link OperationSample} has at least one of each operation; here are more of those whose
 * form leads to several endpoints.
 */
record CoverageVariant(
        Function<ConnectorEnvironment, KustomerConnector<?>> connector, OperationSample.FilledForm task) {

    private static final String EMAIL = "ada@example.org";

    /** The tasks of all operations. */
    static List<CoverageVariant> all() {
        return Stream.of(
                        OperationSample.all().stream()
                                .map(sample -> new CoverageVariant(sample.connector(), sample.task())),
                        more().stream(),
                        RecordVariants.all().stream())
                .flatMap(variants -> variants)
                .toList();
    }

    private static List<CoverageVariant> more() {
        return List.of(
                of(FindCustomerConnector::new, Map.of("customer.email", EMAIL)),
                of(FindCustomerConnector::new, Map.of("customer.phone", "+4930123456")),
                of(FindCustomerConnector::new, Map.of("customer.externalId", "C-1")),
                of(
                        FindConversationConnector::new,
                        Map.of("conversation.by", "externalId", "conversation.externalId", "T-1")),
                of(FindMessageConnector::new, Map.of("message.by", "externalId", "message.externalId", "M-1")),
                of(FindMessageConnector::new, Map.of("message.by", "customer")),
                of(SearchKustomerConnector::new, Map.of("search.archive", "true", "search.and", criterion())),
                of(CreateMessageConnector::new, Map.of("message.preview", "Hello", "message.externalId", "M-2")),
                of(CreateMessageConnector::new, Map.of("message.attachments", document())),
                of(UpdateConversationConnector::new, Map.of("conversation.tags", "vip")),
                of(
                        UpdateConversationConnector::new,
                        Map.of("conversation.tags", "vip", "conversation.changeTags", "remove")),
                of(GetQueueMetricsConnector::new, Map.of("queue.keys", "vip")));
    }

    /** A task of a new customer's new conversation, with their ids in the fields that have them as a default. */
    private static CoverageVariant of(
            Function<ConnectorEnvironment, KustomerConnector<?>> connector, Map<String, Object> fields) {
        return new CoverageVariant(connector, (task, kustomer) -> {
            kustomer.seedRecord("queue", "{\"name\":\"VIP\",\"key\":\"vip\"}");
            String customer = kustomer.seedCustomer("{\"name\":\"Ada\",\"externalId\":\"C-1\"}");
            String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
            Task filled = task;
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                filled = filled.with(field.getKey(), field.getValue());
            }
            return withIds(filled, customer, conversation, connector);
        });
    }

    private static Task withIds(
            Task task,
            String customer,
            String conversation,
            Function<ConnectorEnvironment, KustomerConnector<?>> connector) {
        return switch (connector.apply(JobHandling.environment("test"))) {
            case FindMessageConnector unused -> task.with("message.customer", customer);
            case CreateMessageConnector unused ->
                task.with("message.customer", customer).with("message.conversation", null);
            case UpdateConversationConnector unused -> task.with("target.id", conversation);
            default -> task;
        };
    }

    private static Object criterion() {
        return Map.of("customer_name", Map.of("equals", "Ada"));
    }

    /** A document in Camunda's document store, as a process variable refers to it. */
    private static Object document() {
        CamundaDocumentReference stored =
                (CamundaDocumentReference) new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE)
                        .create(DocumentCreationRequest.from(new byte[] {65}).build())
                        .reference();
        return Map.of(
                "camunda.document.type",
                "camunda",
                "storeId",
                "in-memory",
                "documentId",
                stored.getDocumentId(),
                "contentHash",
                stored.getContentHash(),
                "metadata",
                Map.of("fileName", "a.txt", "contentType", "text/plain", "size", 1));
    }
}
