package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sample task of one operation, and what the documentation states for it.
 *
 * @param connector makes the connector for a runtime
 * @param task fills in the form, and stores the records that the task needs
 * @param role the role that the request to lose needs; unknown if the documentation names none
 * @param loss a request whose answer is lost, and how the job ends then
 * @param refused a field with a value that the connector refuses
 * @param result the fields of the result
 */
record OperationSample(
        Function<ConnectorEnvironment, KustomerConnector<?>> connector,
        FilledForm task,
        Role role,
        Loss loss,
        Refused refused,
        Set<String> result) {

    private static final String PROTECTION = "options.repeatProtection";
    private static final Set<String> WRITTEN = Set.of("id", "type", "outcome", "attributes", "relationships", "url");
    private static final Set<String> FOUND = Set.of("found", "id", "type", "attributes", "relationships", "url");
    private static final Set<String> FOUND_LIST =
            Set.of("found", "id", "type", "attributes", "relationships", "url", "count", "complete", "records");

    private static final Set<String> FOUND_MESSAGES = Set.of(
            "found",
            "id",
            "type",
            "attributes",
            "relationships",
            "url",
            "text",
            "count",
            "complete",
            "records",
            "attachments");

    /** Fills in the form of a task, and stores the records that the task needs. */
    interface FilledForm {
        Task fill(Task task, KustomerSimulator kustomer);
    }

    /** How a job ends after the answer to a request was lost. */
    enum AfterLoss {
        /** The connector finds the record. */
        COMPLETED,
        /** The engine runs the job again. */
        RETRIED,
        /** The job stops, because a person must decide. */
        OUTCOME_UNKNOWN
    }

    /** A request of this method whose answer is lost, and how the job ends then. */
    record Loss(String method, AfterLoss end) {}

    /** A field with a value that the connector refuses. */
    record Refused(String field, String value) {}

    OperationSample {
        result = Set.copyOf(result);
    }

    /** The samples of all operations, at least one for each. */
    static List<OperationSample> all() {
        return Stream.of(
                        creates().stream().flatMap(OperationSample::withAndWithoutProtection),
                        customers().stream(),
                        conversations().stream(),
                        bulks().stream(),
                        others().stream(),
                        kobjects().stream(),
                        companiesAndDeletes().stream(),
                        RoutingSamples.all().stream(),
                        reads().stream())
                .flatMap(samples -> samples)
                .toList();
    }

    /** The operation's connector in a runtime of its own. */
    KustomerConnector<?> newConnector() {
        return connector.apply(JobHandling.environment("test"));
    }

    @Override
    public String toString() {
        return newConnector().operationName() + ", " + loss;
    }

    private Stream<OperationSample> withAndWithoutProtection() {
        FilledForm unprotected = (form, kustomer) -> task.fill(form, kustomer).with(PROTECTION, "none");
        Loss unknown = new Loss(loss.method(), AfterLoss.OUTCOME_UNKNOWN);
        Refused nonsense = new Refused(PROTECTION, "nonsense");
        return Stream.of(this, new OperationSample(connector, unprotected, role, unknown, nonsense, result));
    }

    private static List<OperationSample> customers() {
        return List.of(
                new OperationSample(
                        UpsertCustomerConnector::new,
                        (task, kustomer) ->
                                task.with("customer.name", "Ada").with("customer.emails", "ada@example.org"),
                        role("customer.create", "customer.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("customer.emails", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        UpsertCustomerConnector::new,
                        (task, kustomer) -> {
                            kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
                            return task.with("customer.name", "Ada").with("customer.emails", "ada@example.org");
                        },
                        role("customer.update", "customer.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("customer.birthdayAt", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        UpdateCustomerConnector::new,
                        (task, kustomer) ->
                                task.with("target.id", customer(kustomer)).with("customer.name", "Grace"),
                        role("customer.update", "customer.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("target.id", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        FindCustomerConnector::new,
                        (task, kustomer) -> task.with("customer.id", customer(kustomer)),
                        role("customer.read", "customer.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("customer.email", "nonsense"),
                        FOUND),
                new OperationSample(
                        MergeCustomersConnector::new,
                        (task, kustomer) ->
                                task.with("merge.source", customer(kustomer)).with("merge.target", customer(kustomer)),
                        role("customer_merge.create", "customer.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("merge.source", "nonsense"),
                        Set.of("id", "status", "outcome", "customerId", "mergedId")),
                new OperationSample(
                        DeleteCustomerConnector::new,
                        (task, kustomer) -> task.with("target.id", customer(kustomer)),
                        role("customer.delete", "customer.delete"),
                        new Loss("DELETE", AfterLoss.RETRIED),
                        new Refused("target.id", "ada@example.org"),
                        Set.of("id", "type", "outcome")));
    }

    private static List<OperationSample> conversations() {
        return List.of(
                new OperationSample(
                        UpdateConversationConnector::new,
                        (task, kustomer) ->
                                task.with("target.id", conversation(kustomer)).with("conversation.status", "done"),
                        role("conversation.update", "conversation.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("target.id", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        FindConversationConnector::new,
                        (task, kustomer) -> task.with("conversation.id", conversation(kustomer)),
                        role("conversation.read", "conversation.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("conversation.id", "nonsense"),
                        FOUND_LIST),
                new OperationSample(
                        FindConversationConnector::new,
                        (task, kustomer) -> {
                            conversation(kustomer);
                            return task.with("conversation.by", "customer")
                                    .with("conversation.customer", lastCustomer(kustomer));
                        },
                        role("conversation.read", "conversation.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("conversation.customer", "nonsense"),
                        FOUND_LIST));
    }

    private static List<OperationSample> creates() {
        return List.of(
                new OperationSample(
                        CreateCustomerConnector::new,
                        (task, kustomer) -> task.with("customer.name", "Ada"),
                        role("customer.create", "customer.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("customer.emails", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        CreateConversationConnector::new,
                        (task, kustomer) -> task.with("conversation.customer", customer(kustomer)),
                        role("conversation.create", "conversation.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("conversation.customer", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        CreateNoteConnector::new,
                        OperationSample::note,
                        role("note.create", "note.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("note.conversation", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        CreateMessageConnector::new,
                        OperationSample::message,
                        role("message.create", "message.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("message.conversation", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        SendMessageConnector::new,
                        OperationSample::draft,
                        role("message.create", "message.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("draft.to", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        CreateKObjectConnector::new,
                        (task, kustomer) -> task.with("kobject.klass", "order").with("kobject.title", "Order 7"),
                        role("kobject.create", "kobject.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("kobject.klass", "kobject.order"),
                        WRITTEN));
    }

    private static List<OperationSample> others() {
        return List.of(
                new OperationSample(
                        SearchKustomerConnector::new,
                        (task, kustomer) -> {
                            customer(kustomer);
                            return task.with("search.and", List.of(Map.of("customer_name", Map.of("contains", "Ada"))));
                        },
                        role("search.create", "search.read"),
                        new Loss("POST", AfterLoss.RETRIED),
                        new Refused("search.queryContext", "nonsense"),
                        Set.of("count", "total", "complete", "records", "aggregations")),
                new OperationSample(
                        CallKustomerApiConnector::new,
                        (task, kustomer) -> task.with("request.method", "POST")
                                .with("request.path", "/v1/customers")
                                .with("request.body", Map.of("name", "Ada")),
                        Role.UNKNOWN,
                        new Loss("POST", AfterLoss.OUTCOME_UNKNOWN),
                        new Refused("request.path", "https://nonsense.example.org/v1/customers"),
                        Set.of("status", "id", "data", "next", "rest")),
                new OperationSample(
                        CheckConnectionConnector::new,
                        (task, kustomer) -> task,
                        Role.UNKNOWN,
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("server.region", "nonsense"),
                        Set.of("name", "userId", "organizationId", "region", "regionMatches", "roles", "operations")),
                new OperationSample(
                        RegisterWebhookConnector::new,
                        (task, kustomer) -> task.with("webhook.url", "https://camunda.example.org/inbound/events"),
                        new Role(
                                "org.permission.outbound_webhook.create",
                                "org.admin.outbound_webhooks",
                                List.of("org.outbound_webhooks")),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("webhook.url", "nonsense"),
                        Set.of("id", "outcome", "name", "url", "enabled", "events", "tokenDocument")));
    }

    private static final Set<String> BULK = Set.of(
            "complete",
            "done",
            "total",
            "created",
            "existing",
            "updated",
            "deleted",
            "failed",
            "results",
            "failures",
            "documents",
            "next",
            "open",
            "about");

    private static List<OperationSample> bulks() {
        return List.of(
                new OperationSample(
                        RunBulkConnector::new,
                        (task, kustomer) -> task.with("bulk.items", List.of(Map.of("name", "Ada"))),
                        role("customer.create", "customer.write"),
                        new Loss("POST", AfterLoss.RETRIED),
                        new Refused("bulk.resource", "nonsense"),
                        BULK),
                new OperationSample(
                        AwaitBulkConnector::new,
                        (task, kustomer) -> task.with("bulk.items", List.of(Map.of("name", "Ada")))
                                .with("bulk.progress", progress(kustomer)),
                        role("bulk.read", "bulk.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("bulk.waitSeconds", "nonsense"),
                        BULK));
    }

    /** The progress after a request for one customer, whose results were not read. */
    private static Map<String, Object> progress(KustomerSimulator kustomer) {
        String bulk = kustomer.seedBulk("POST", "/v1/customers", "[{\"_clientRef\":\"0\",\"name\":\"Ada\"}]");
        Map<String, Object> progress = new HashMap<>();
        List.of("done", "created", "existing", "updated", "deleted", "failed").forEach(count -> progress.put(count, 0));
        List.of("results", "failures", "documents").forEach(list -> progress.put(list, List.of()));
        progress.put("next", 1);
        progress.put("total", 1);
        progress.put("open", List.of(Map.of("id", bulk, "from", 0, "to", 1, "count", 1, "action", "create")));
        progress.put(
                "about",
                Map.of("resource", "customers", "action", "create", "results", "automatic", "task", "0".repeat(64)));
        return progress;
    }

    private static List<OperationSample> kobjects() {
        return List.of(
                new OperationSample(
                        UpdateKObjectConnector::new,
                        (task, kustomer) -> task.with("target.klass", "order")
                                .with("target.id", order(kustomer))
                                .with("kobject.title", "Order 8"),
                        role("kobject.update", "kobject.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("target.id", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        FindKObjectConnector::new,
                        (task, kustomer) -> task.with("kobject.klass", "order").with("kobject.id", order(kustomer)),
                        role("kobject.read", "kobject.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("kobject.id", "nonsense"),
                        FOUND_LIST),
                new OperationSample(
                        FindKObjectConnector::new,
                        (task, kustomer) -> {
                            order(kustomer);
                            return task.with("kobject.klass", "order")
                                    .with("kobject.by", "customer")
                                    .with("kobject.customer", lastCustomer(kustomer));
                        },
                        role("customer.read", "customer.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("kobject.order", "nonsense"),
                        FOUND_LIST));
    }

    private static List<OperationSample> companiesAndDeletes() {
        Set<String> deleted = Set.of("id", "type", "outcome");
        return List.of(
                new OperationSample(
                        UpsertCompanyConnector::new,
                        (task, kustomer) -> task.with("company.name", "Acme Ltd"),
                        role("company.create", "company.write"),
                        new Loss("POST", AfterLoss.COMPLETED),
                        new Refused("company.domains", "acme example org"),
                        WRITTEN),
                new OperationSample(
                        UpsertCompanyConnector::new,
                        (task, kustomer) -> {
                            company(kustomer);
                            return task.with("company.name", "Acme Ltd").with("company.employeeCount", 7);
                        },
                        role("company.update", "company.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("company.employeeCount", "nonsense"),
                        WRITTEN),
                new OperationSample(
                        DeleteRecordConnector::new,
                        (task, kustomer) -> task.with("record.kind", "kobject")
                                .with("record.klass", "order")
                                .with("record.id", order(kustomer)),
                        role("kobject.delete", "kobject.delete"),
                        new Loss("DELETE", AfterLoss.RETRIED),
                        new Refused("record.kind", "customer"),
                        deleted),
                new OperationSample(
                        DeleteRecordConnector::new,
                        (task, kustomer) -> task.with("record.kind", "company").with("record.id", company(kustomer)),
                        role("company.update", "company.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("record.id", "nonsense"),
                        deleted));
    }

    private static String order(KustomerSimulator kustomer) {
        return kustomer.seedRecord(
                "kobject.order", "{\"title\":\"Order 7\",\"customer\":\"%s\"}".formatted(customer(kustomer)));
    }

    private static String company(KustomerSimulator kustomer) {
        return kustomer.seedRecord("company", "{\"name\":\"Acme Ltd\"}");
    }

    private static List<OperationSample> reads() {
        return List.of(
                new OperationSample(
                        FindMessageConnector::new,
                        (task, kustomer) -> task.with("message.conversation", conversationWithMessage(kustomer)),
                        role("message.read", "message.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("message.conversation", "nonsense"),
                        FOUND_MESSAGES),
                new OperationSample(
                        FindMessageConnector::new,
                        (task, kustomer) -> {
                            conversationWithMessage(kustomer);
                            return task.with("message.by", "id")
                                    .with(
                                            "message.id",
                                            kustomer.records("message")
                                                    .getLast()
                                                    .path("id")
                                                    .asText())
                                    .with("message.attachments", "documents");
                        },
                        role("attachment.read", "attachment.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("message.ifNotCopied", "nonsense"),
                        FOUND_MESSAGES),
                new OperationSample(
                        CountRecordsConnector::new,
                        (task, kustomer) -> {
                            conversation(kustomer);
                            return task.with(
                                    "count.queries",
                                    Map.of("open", Map.of("conversation_status", Map.of("equals", "open"))));
                        },
                        role("search.create", "search.read"),
                        new Loss("POST", AfterLoss.RETRIED),
                        new Refused("count.queryContext", "nonsense"),
                        Set.of("counts", "capped", "cappedCounts")),
                new OperationSample(
                        GetConversationMetricsConnector::new,
                        (task, kustomer) -> task.with("conversation.id", conversation(kustomer))
                                .with("metrics.timer", "both"),
                        role("conversation.read", "conversation.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("metrics.timer", "nonsense"),
                        Set.of(
                                "id",
                                "handleSeconds",
                                "handleSecondsV1",
                                "handleSecondsV2",
                                "messagesSent",
                                "agents",
                                "queueSeconds",
                                "queueBusinessSeconds",
                                "workItems",
                                "firstResponseSeconds",
                                "satisfaction",
                                "complete",
                                "missing")),
                new OperationSample(
                        GetQueueMetricsConnector::new,
                        (task, kustomer) -> task.with("queue.by", "ids")
                                .with("queue.ids", kustomer.seedRecord("queue", "{\"name\":\"VIP\",\"key\":\"vip\"}"))
                                .with("metrics.waiting", "false")
                                .with("metrics.agents", "false"),
                        new Role("org.permission.queue.read", "org.user", List.of("org.admin")),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("queue.by", "nonsense"),
                        Set.of("queues", "complete", "missing")));
    }

    private static String conversationWithMessage(KustomerSimulator kustomer) {
        String conversation = conversation(kustomer);
        String file = kustomer.seedFile("{\"name\":\"bill.txt\",\"contentType\":\"text/plain\"}", new byte[] {65, 66});
        kustomer.seedRecord(
                "message",
                "{\"conversation\":\"%s\",\"customer\":\"%s\",\"direction\":\"in\",\"preview\":\"Hello\",\"attachments\":[\"%s\"]}"
                        .formatted(conversation, lastCustomer(kustomer), file));
        return conversation;
    }

    private static Role role(String permission, String legacy) {
        return new Role("org.permission." + permission, "org.user." + legacy);
    }

    private static String customer(KustomerSimulator kustomer) {
        return kustomer.seedCustomer("{\"name\":\"Ada\"}");
    }

    private static String lastCustomer(KustomerSimulator kustomer) {
        return kustomer.customers().getLast().path("id").asText();
    }

    private static String conversation(KustomerSimulator kustomer) {
        return kustomer.seedConversation("{\"customer\":\"%s\",\"name\":\"Hello\"}".formatted(customer(kustomer)));
    }

    private static Task note(Task task, KustomerSimulator kustomer) {
        return task.with("note.conversation", conversation(kustomer)).with("note.body", "Please call back");
    }

    private static Task message(Task task, KustomerSimulator kustomer) {
        return task.with("message.conversation", conversation(kustomer))
                .with("message.customer", null)
                .with("message.preview", "Where is my order?");
    }

    private static Task draft(Task task, KustomerSimulator kustomer) {
        return task.with("draft.id", null)
                .with("draft.customer", customer(kustomer))
                .with("draft.to", "ada@example.org")
                .with("draft.body", "Your parcel is on its way");
    }
}
