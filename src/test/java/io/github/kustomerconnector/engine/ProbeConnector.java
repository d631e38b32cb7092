package io.github.kustomerconnector.engine;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.error.ConnectorRetryExceptionBuilder;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A connector for tests of the engine and the runtime. Its input decides whether it succeeds or fails. */
@OutboundConnector(name = "Probe", type = ProbeConnector.TYPE, inputVariables = "probe")
public final class ProbeConnector implements OutboundConnectorFunction {
    public static final String TYPE = "test:probe:1";

    private final Map<Long, Integer> attempts = new ConcurrentHashMap<>();

    @Override
    public Object execute(OutboundConnectorContext context) {
        Probe probe = context.bindVariables(Request.class).probe();
        int attempt = attempts.merge(context.getJobContext().getElementInstanceKey(), 1, Integer::sum);
        if (attempt <= probe.busyAttempts()) {
            throw new ConnectorRetryExceptionBuilder()
                    .errorCode("BUSY")
                    .message("Attempt " + attempt + " is busy")
                    .backoffDuration(Duration.ofHours(1))
                    .build();
        }
        if (attempt <= probe.refusedAttempts()) {
            throw new ConnectorExceptionBuilder()
                    .errorCode("REFUSED")
                    .message("The probe refuses: " + probe.text())
                    .cause(new ConnectorInputException("not retryable"))
                    .build();
        }
        return Map.of("text", probe.text() == null ? "" : probe.text(), "attempt", attempt);
    }

    record Request(Probe probe) {}

    /**
     * The input.
     *
     * @param busyAttempts how many attempts fail with a retry in one hour
     * @param refusedAttempts how many attempts fail without a retry
     */
    record Probe(@Nullable String text, int busyAttempts, int refusedAttempts) {}
}
