package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.FlatInputs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The jobs that are measured, as their templates make them.
 *
 * @param connector the class of the connector
 * @param task its {@code variables} and {@code headers}
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
                PACKAGE + kind.connector, task(FlatInputs.of(inputs(kind, server)), headers(Path.of("."), kind)));
    }

    /**
     * The task of the build that is compared with.
     *
     * @param source the build's sources
     */
    static JobTask ofBaseline(Kind kind, URI server, Path source) throws IOException {
        ObjectNode headers = headers(source, kind);
        ObjectNode inputs = inputs(kind, server);
        if (kind == Kind.SEARCH) {
            inputs.withObject("/search").put("pageSize", "100");
        }
        return new JobTask(PACKAGE + kind.connector, task(inputs, headers));
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
    private static ObjectNode headers(Path source, Kind kind) throws IOException {
        JsonNode template = new ObjectMapper()
                .readTree(source.resolve("element-templates/kustomer-" + kind.operation + ".json")
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

    private static JsonNode task(JsonNode variables, JsonNode headers) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.set("variables", variables);
        task.set("headers", headers);
        return task;
    }
}
