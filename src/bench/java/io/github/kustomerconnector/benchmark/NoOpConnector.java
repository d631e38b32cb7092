package io.github.kustomerconnector.benchmark;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.connector.TaskInputs;
import java.util.Map;

/** A connector that does nothing, to measure the cost of engine and runtime alone. */
@OutboundConnector(name = "No-op", type = NoOpConnector.TYPE, inputVariables = TaskInputs.ROOT)
public final class NoOpConnector implements OutboundConnectorFunction {

    static final String TYPE = "benchmark:no-op:1";

    @Override
    public Object execute(OutboundConnectorContext context) {
        return Map.of("id", "5f9e1c2d3b4a59687f6e5d4c");
    }
}
