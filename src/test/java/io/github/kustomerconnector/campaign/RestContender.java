package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.http.rest.HttpJsonFunction;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.net.URI;
import java.util.Optional;

/** Camunda's REST connector, configured for a plain create: one POST, and every error status fails the job. */
final class RestContender implements Contender {

    private static final int TIMEOUT_SECONDS = 1;

    private final JobRunner runner = JobRunner.of(new HttpJsonFunction());

    @Override
    public String name() {
        return "REST connector";
    }

    /** One instance for all runtimes, because the connector has no state. */
    @Override
    public JobRunner runner(RecordKind kind, int runtime) {
        return runner;
    }

    @Override
    public ObjectNode variables(Scenario scenario, ObjectNode fields, URI kustomer) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.put("method", "POST").put("url", kustomer + scenario.kind().path());
        variables.putObject("authentication").put("type", "bearer").put("token", KustomerSimulator.API_KEY);
        variables.put("connectionTimeoutInSeconds", TIMEOUT_SECONDS).put("readTimeoutInSeconds", TIMEOUT_SECONDS);
        variables.set("body", fields);
        return variables;
    }

    @Override
    public Optional<String> id(JsonNode result) {
        return Optional.ofNullable(result.at("/body/data/id").textValue());
    }
}
