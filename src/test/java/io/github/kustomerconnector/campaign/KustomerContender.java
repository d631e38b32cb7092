package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.connector.FlatInputs;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.http.PostWatch;
import io.github.kustomerconnector.http.WatchedClients;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The connectors of this project. */
final class KustomerContender implements Contender, Runtimes {

    private static final String TIMEOUT_SECONDS = "1";

    private final AdvanceableClock clock = new AdvanceableClock();
    private final List<OneRuntime> runtimes = IntStream.range(0, Scenario.RUNTIMES)
            .mapToObj(number -> new OneRuntime(clock))
            .toList();

    @Override
    public String name() {
        return "Kustomer connector";
    }

    @Override
    public JobRunner runner(RecordKind kind, int runtime) {
        OneRuntime chosen = runtimes.get(runtime);
        return kind == RecordKind.CUSTOMER ? chosen.customers : chosen.conversations;
    }

    @Override
    public JobRunner runner(WriteOperation operation, int runtime) {
        return Objects.requireNonNull(runtimes.get(runtime).others.get(operation));
    }

    @Override
    public ObjectNode variables(Scenario scenario, ObjectNode fields, URI kustomer) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("authentication").put("apiKey", KustomerSimulator.API_KEY);
        variables.putObject("server").put("region", "custom").put("baseUrl", kustomer.toString());
        variables.set(scenario.kind().container(), fields);
        ObjectNode options = variables
                .putObject("options")
                .put("onDuplicate", scenario.onDuplicate())
                .put("repeatProtection", scenario.protection())
                .put("timeoutSeconds", TIMEOUT_SECONDS);
        if (scenario.givenIdentity() == GivenIdentity.KEY) {
            options.put("idempotencyKey", new TaskFields(scenario).key());
        }
        return FlatInputs.of(variables);
    }

    @Override
    public Optional<String> id(JsonNode result) {
        return Optional.ofNullable(result.path("id").textValue());
    }

    @Override
    public int mostPostsAtOnce(URI kustomer) {
        int most = 0;
        for (OneRuntime runtime : runtimes) {
            most = Math.max(most, runtime.watch.mostAtOnce(kustomer));
            runtime.watch.forget(kustomer);
        }
        return most;
    }

    @Override
    public void waited(Duration backOff) {
        clock.forward(backOff);
    }

    /** The connectors of one runtime process. */
    private static final class OneRuntime {
        private final PostWatch watch = new PostWatch();
        private final JobRunner customers;
        private final JobRunner conversations;
        private final Map<WriteOperation, JobRunner> others = new EnumMap<>(WriteOperation.class);

        OneRuntime(AdvanceableClock clock) {
            KustomerClient client = WatchedClients.create(watch, clock);
            customers = JobRunner.of(JobRunner.connector("create-customer", client, TaskFields.NAMESPACE));
            conversations = JobRunner.of(JobRunner.connector("create-conversation", client, TaskFields.NAMESPACE));
            for (WriteOperation operation : WriteOperation.values()) {
                others.put(
                        operation, JobRunner.of(JobRunner.connector(operation.title(), client, TaskFields.NAMESPACE)));
            }
        }
    }
}
