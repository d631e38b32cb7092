package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.FlatInputs;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The jobs that are measured, as their templates make them.
 *
 * @param connector the class of the connector
 * @param task its {@code variables} and {@code headers}, and the connector {@code following} if it has one
 */
record JobTask(String connector, JsonNode task) {

    private static final String PACKAGE = "io.github.kustomerconnector.connector.";

    /** What is done. */
    enum Kind {
        CREATE("create-customer", "CreateCustomerConnector", "a customer is created"),
        SEARCH("search", "SearchKustomerConnector", "500 customers are searched"),
        LARGE("find-customer", "FindCustomerConnector", "a customer of 2 MB is read");

        private final String operation;
        private final String connector;
        private final String label;

        Kind(String operation, String connector, String label) {
            this.operation = operation;
            this.connector = connector;
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The task of this build. */
    static JobTask of(Kind kind, URI server) throws IOException {
        return new JobTask(
                PACKAGE + kind.connector,
                task(FlatInputs.of(inputs(kind, server)), headers(Path.of("."), kind.operation)));
    }

    /**
     * The task of the build that is compared with.
     *
     * @param source the build's sources
     */
    static JobTask ofBaseline(Kind kind, URI server, Path source) throws IOException {
        ObjectNode headers = headers(source, kind.operation);
        ObjectNode inputs = inputs(kind, server);
        if (kind == Kind.SEARCH) {
            inputs.withObject("/search").put("pageSize", "100");
        }
        return new JobTask(PACKAGE + kind.connector, task(inputs, headers));
    }

    /** The task of {@link BareConnector} that creates a customer, with the expressions of this build's template. */
    static JobTask ofBareCreate(URI server) throws IOException {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables
                .putObject(BareConnector.ROOT)
                .put("apiKey", "{{secrets.KUSTOMER_API_KEY}}")
                .put("url", server + "/v1/customers")
                .set("body", Customer.fields());
        return new JobTask(
                BareConnector.class.getName(), task(variables, headers(Path.of("."), Kind.CREATE.operation)));
    }

    /** The task of Camunda's REST connector that does the same. */
    static JobTask ofRest(Kind kind, URI server) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("authentication").put("type", "bearer").put("token", "{{secrets.KUSTOMER_API_KEY}}");
        variables.put("connectionTimeoutInSeconds", 20).put("readTimeoutInSeconds", 20);
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        switch (kind) {
            case CREATE -> {
                variables.put("method", "POST").put("url", server + "/v1/customers");
                variables.set("body", Customer.fields());
                headers.put("resultExpression", "={customerId: response.body.data.id}");
            }
            case SEARCH -> {
                variables.put("method", "POST").put("url", server + "/v1/customers/search?pageSize=500&page=1");
                variables.putObject("body").put("queryContext", "customer");
                headers.put("resultExpression", "={records: response.body.data}");
            }
            case LARGE -> {
                variables.put("method", "GET").put("url", server + "/v1/customers/5f9e1c2d3b4a59687f6e5d4c");
                headers.put("resultExpression", "={customerId: response.body.data.id}");
            }
        }
        return new JobTask("io.camunda.connector.http.rest.HttpJsonFunction", task(variables, headers));
    }

    /** The task of Run Kustomer Bulk that creates a number of customers, with Await Kustomer Bulk after it. */
    static JobTask bulk(URI server, int customers) throws IOException {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < customers; i++) {
            items.add(row(JobMain.NUMBER + "-" + i));
        }
        ObjectNode run = inSimulator(server);
        run.putObject("bulk")
                .put("resource", "customers")
                .put("action", "create")
                .set("items", items);
        ObjectNode await = inSimulator(server);
        await.putObject("bulk").set("items", items);
        ObjectNode task = task(FlatInputs.of(run), headers(Path.of("."), "run-bulk"));
        task.putObject("following")
                .put("connector", PACKAGE + "AwaitBulkConnector")
                .set("variables", FlatInputs.of(await));
        return new JobTask(PACKAGE + "RunBulkConnector", task);
    }

    /** The task that creates one customer of a bulk. */
    static JobTask single(URI server) throws IOException {
        ObjectNode inputs = inSimulator(server);
        inputs.set("customer", row(JobMain.NUMBER));
        return new JobTask(
                PACKAGE + Kind.CREATE.connector,
                task(FlatInputs.of(inputs), headers(Path.of("."), Kind.CREATE.operation)));
    }

    /** The task of Camunda's REST connector that creates one customer of a bulk. */
    static JobTask singleOfRest(URI server) {
        JobTask create = ofRest(Kind.CREATE, server);
        ObjectNode variables = (ObjectNode) create.task.path("variables");
        variables.withObject("/authentication").put("token", KustomerSimulator.API_KEY);
        variables.set("body", row(JobMain.NUMBER));
        return create;
    }

    private static ObjectNode inSimulator(URI server) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.putObject("authentication").put("apiKey", KustomerSimulator.API_KEY);
        inputs.putObject("server").put("region", "custom").put("baseUrl", server.toString());
        return inputs;
    }

    private static ObjectNode row(String number) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("externalId", "C-" + number).put("name", "Customer " + number);
        row.putArray("emails").addObject().put("email", "c" + number + "@example.org");
        return row;
    }

    private static ObjectNode inputs(Kind kind, URI server) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.putObject("authentication").put("apiKey", "{{secrets.KUSTOMER_API_KEY}}");
        inputs.putObject("server").put("region", "custom").put("baseUrl", server.toString());
        switch (kind) {
            case CREATE -> {
                inputs.set("customer", Customer.fields());
                inputs.putObject("options").put("onDuplicate", "returnExisting").put("repeatProtection", "automatic");
            }
            case SEARCH -> {
                ObjectNode search = inputs.putObject("search");
                search.put("queryContext", "customer").put("most", 500);
                ArrayNode and = search.putArray("and");
                and.addObject().putObject("customer_name").put("equals", "Ada Lovelace");
            }
            case LARGE -> inputs.putObject("customer").put("id", "5f9e1c2d3b4a59687f6e5d4c");
        }
        return inputs;
    }

    /** The headers that the template sets. */
    private static ObjectNode headers(Path source, String operation) throws IOException {
        JsonNode template = new ObjectMapper()
                .readTree(source.resolve("element-templates/kustomer-" + operation + ".json")
                        .toFile());
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (JsonNode property : template.path("properties")) {
            if (property.at("/binding/type").asText().equals("zeebe:taskHeader")
                    && property.path("value").isTextual()) {
                headers.put(
                        property.at("/binding/key").asText(),
                        property.path("value").asText());
            }
        }
        return headers;
    }

    private static ObjectNode task(JsonNode variables, JsonNode headers) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.set("variables", variables);
        task.set("headers", headers);
        return task;
    }
}
