package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.github.kustomerconnector.template.ElementTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as its element template makes it, with the variables that the engine would hand over: fields that are left empty
 * are null. Immutable.
 *
 * @param elementInstanceKey the same for every attempt of one task
 */
record Task(
        String type,
        JsonNode variables,
        Map<String, String> headers,
        int retries,
        long elementInstanceKey,
        String processId) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Task {
        headers = Map.copyOf(headers);
    }

    /** A task of a process whose id does not matter. */
    Task(String type, JsonNode variables, Map<String, String> headers, int retries, long elementInstanceKey) {
        this(type, variables, headers, retries, elementInstanceKey, "process");
    }

    /** The task of a connector's committed template, filled in with the defaults. */
    static Task of(Class<?> connector) {
        ObjectNode variables = JSON.createObjectNode();
        Map<String, String> headers = new HashMap<>();
        ElementTemplates.committed(connector).path("properties").forEach(property -> {
            Optional<String> value =
                    Optional.ofNullable(property.path("value").textValue()).filter(text -> !text.startsWith("="));
            switch (property.at("/binding/type").asText()) {
                case "zeebe:input" ->
                    variables
                            .withObject("/" + TaskInputs.ROOT)
                            .set(
                                    property.at("/binding/name").asText().substring(TaskInputs.ROOT.length() + 1),
                                    JSON.valueToTree(value.orElse(null)));
                case "zeebe:taskHeader" ->
                    Optional.ofNullable(property.path("value").textValue())
                            .ifPresent(text ->
                                    headers.put(property.at("/binding/key").asText(), text));
                default -> {
                    // The task's type and its retries.
                }
            }
        });
        String type = connector.getAnnotation(OutboundConnector.class).type();
        return new Task(type, variables, headers, 3, 4711);
    }

    /** With another value in a field such as {@code customer.emails}, or in a whole container such as {@code customer}. */
    Task with(String input, @Nullable Object value) {
        ObjectNode changed = variables.deepCopy();
        put(changed, input, value);
        return new Task(type, changed, headers, retries, elementInstanceKey, processId);
    }

    Task withHeader(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return new Task(type, variables, changed, retries, elementInstanceKey, processId);
    }

    /** Without the template's error expression, so that failures reach the engine as failures. */
    Task withoutErrorExpression() {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove("errorExpression");
        return new Task(type, variables, changed, retries, elementInstanceKey, processId);
    }

    Task withRetries(int left) {
        return new Task(type, variables, headers, left, elementInstanceKey, processId);
    }

    /** Another task, such as the next turn of a loop. */
    Task withElementInstanceKey(long key) {
        return new Task(type, variables, headers, retries, key, processId);
    }

    /** The same task of another process. */
    Task withProcessId(String id) {
        return new Task(type, variables, headers, retries, elementInstanceKey, id);
    }

    ActivatedJob job(JsonMapper json) {
        return new ActivatedJobImpl(
                json,
                GatewayOuterClass.ActivatedJob.newBuilder()
                        .setKey(1)
                        .setType(type)
                        .setProcessInstanceKey(42)
                        .setBpmnProcessId(processId)
                        .setElementId("task")
                        .setElementInstanceKey(elementInstanceKey)
                        .setCustomHeaders(json.toJson(headers))
                        .setVariables(variables.toString())
                        .setRetries(retries)
                        .setTenantId("<default>")
                        .build());
    }

    private static void put(ObjectNode variables, String input, @Nullable Object value) {
        ObjectNode inputs = variables.withObject("/" + TaskInputs.ROOT);
        String key = TaskInputs.key(input);
        if (!input.contains(".")) {
            List<String> fields = inputs.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.startsWith(key + "_"))
                    .toList();
            inputs.remove(fields);
        }
        inputs.set(key, JSON.valueToTree(value));
    }
}
