package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.http.rest.HttpJsonFunction;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.net.URI;
import java.util.Optional;

/** Camunda's REST connector, set up as people set it up for a create: one POST, every error is an error. */
final class RestContender implements Contender {

    private static final int TIMEOUT_SECONDS = 1;

    private final JobRunner runner = JobRunner.of(new HttpJsonFunction());

    @Override
    public String name() {
        return "REST connector";
    }

    /** It keeps nothing from one job to the next: one instance stands for all runtimes. */
    @Override
    public JobRunner runner(RecordKind kind, int runtime) {
        return runner;
    }

    @Override
    public ObjectNode variables(Plan plan, ObjectNode fields, URI kustomer) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.put("method", "POST").put("url", kustomer + plan.kind().path());
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
