package io.github.kustomerconnector.saas;

import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.connector.FindCustomerConnector;
import java.util.List;
import java.util.Optional;

/**
 * An operation that has a template for Camunda's REST connector too, which Camunda SaaS runs itself.
 *
 * @param connector the connector with the operation's own template, from which the fields are taken
 * @param does what the template does, in the words before "with Camunda's REST connector"
 * @param keyword what a modeler's search finds it by
 * @param fields the fields of the form in their order
 * @param request the request that the fields fill
 * @param result the process variable that gets the id of the record
 */
public record RestOperation(
        Class<?> connector, String does, String keyword, List<RestField> fields, RestRequest request, String result) {

    /** The job type of Camunda's REST connector. */
    public static final String JOB_TYPE = "io.camunda:http-json:1";

    /** What the names and descriptions of all templates state. */
    public static final String LABEL = "REST, without duplicate protection";

    /** 24 hexadecimal digits. The engine evaluates this once for a task, so each retry of the job sends the same id. */
    private static final String NEW_ID = "=substring(replace(uuid(), \"-\", \"\"), 1, 24)";

    /** The external ID is required, because Kustomer refuses a second customer with it. */
    private static final RestOperation CREATE_CUSTOMER = new RestOperation(
            CreateCustomerConnector.class,
            "Creates a customer",
            "create customer by REST",
            List.of(
                    RestField.of("customer.externalId").required(),
                    RestField.of("customer.name"),
                    RestField.of("customer.emails"),
                    RestField.of("customer.phones"),
                    RestField.of("customer.custom")),
            RestRequest.post("\"/v1/customers\"")
                    .with("externalId", RestRequest.text("customer.externalId"))
                    .with("name", RestRequest.text("customer.name"))
                    .with("emails", RestRequest.contacts("customer.emails", "email"))
                    .with("phones", RestRequest.contacts("customer.phones", "phone"))
                    .with("custom", RestRequest.value("customer.custom")),
            "customerId");

    private static final RestOperation CREATE_CONVERSATION = new RestOperation(
            CreateConversationConnector.class,
            "Creates a conversation",
            "create conversation by REST",
            List.of(
                    RestField.of("conversation.customer"),
                    RestField.of("conversation.name"),
                    RestField.of("conversation.status"),
                    RestField.of("conversation.tags"),
                    RestField.of("conversation.custom"),
                    RestField.of("conversation.externalId"),
                    RestField.of("conversation.id").preset(NEW_ID)),
            RestRequest.post("\"/v1/conversations\"")
                    .with("id", RestRequest.text("conversation.id"))
                    .with("customer", RestRequest.text("conversation.customer"))
                    .with("name", RestRequest.text("conversation.name"))
                    .with("status", RestRequest.text("conversation.status"))
                    .with("externalId", RestRequest.text("conversation.externalId"))
                    .with("tags", RestRequest.texts("conversation.tags"))
                    .with("custom", RestRequest.value("conversation.custom")),
            "conversationId");

    private static final RestOperation FIND_CUSTOMER = new RestOperation(
            FindCustomerConnector.class,
            "Finds a customer by ID or external ID",
            "find customer by REST",
            List.of(
                    RestField.choice("customer.by", "Find by", "How to find the customer", "customer")
                            .option("Customer ID", "id")
                            .option("External ID", "externalId"),
                    RestField.of("customer.id").onlyIf("customer.by", "id").required(),
                    RestField.of("customer.externalId")
                            .onlyIf("customer.by", "externalId")
                            .required()),
            RestRequest.get(
                    "if %s = \"externalId\" then \"/v1/customers/externalId=\" + %s else \"/v1/customers/\" + %s"
                            .formatted(
                                    RestRequest.value("customer.by"),
                                    RestRequest.segment("customer.externalId"),
                                    RestRequest.segment("customer.id"))),
            "customerId");

    private static final RestOperation CREATE_NOTE = new RestOperation(
            CreateNoteConnector.class,
            "Adds a note to a conversation",
            "add note by REST",
            List.of(
                    RestField.of("note.conversation"),
                    RestField.of("note.body"),
                    RestField.of("note.externalId"),
                    RestField.of("note.id").preset(NEW_ID)),
            RestRequest.post("\"/v1/conversations/\" + %s + \"/notes\""
                            .formatted(RestRequest.segment("note.conversation")))
                    .with("id", RestRequest.text("note.id"))
                    .with("body", RestRequest.text("note.body"))
                    .with("externalId", RestRequest.text("note.externalId")),
            "noteId");

    /** All operations with such a template. */
    public static final List<RestOperation> ALL =
            List.of(CREATE_CUSTOMER, CREATE_CONVERSATION, FIND_CUSTOMER, CREATE_NOTE);

    public RestOperation {
        fields = List.copyOf(fields);
    }

    /** The operation of a connector; empty if it has no template for the REST connector. */
    public static Optional<RestOperation> of(Class<?> connector) {
        return ALL.stream()
                .filter(operation -> operation.connector == connector)
                .findFirst();
    }

    /** The description of the template. */
    public String description() {
        return does + " with Camunda's REST connector, without duplicate protection";
    }

    /** The default error expression. */
    public String errorExpression() {
        return RestErrors.expression(request.method());
    }

    /** The default result expression. It fails for an answer without a record, such as a page of a proxy. */
    public String resultExpression() {
        return "={%s: assert(body.data.id, body.data.id instance of string, \"the answer has no record\")}"
                .formatted(result);
    }
}
