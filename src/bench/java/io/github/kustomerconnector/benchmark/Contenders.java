package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.api.secret.SecretContext;
import io.camunda.connector.api.secret.SecretProvider;
import io.camunda.connector.api.validation.ValidationProvider;
import io.camunda.connector.http.rest.HttpJsonFunction;
import io.camunda.connector.runtime.OutboundConnectorsAutoConfiguration;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.camunda.connector.runtime.core.outbound.JobHandlerContext;
import io.camunda.connector.validation.impl.DefaultValidationProvider;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.connector.FlatInputs;
import io.github.kustomerconnector.connector.JobRunner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the three contenders. The two connectors do the whole work, from a job's variables to the result. */
final class Contenders {

    static final int MAX_CALLERS = 256;

    private static final String KEY = "benchmark-key-0123456789abcdef";
    private static final int CREATED = 201;

    private Contenders() {}

    /** JSON as a map, for the engine's client. */
    static Map<String, Object> map(ObjectNode json) {
        return new ObjectMapper().convertValue(json, new TypeReference<>() {});
    }

    /** The lower bound: one {@code HttpClient} that sends a prepared request and receives the bytes of the answer. */
    static Contender bare(URI server, HttpClient.Version version) {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        byte[] body = Customer.fields().toString().getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/customers"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return onceMoreAfter(IOException.class, caller -> {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != CREATED) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return response.body();
        });
    }

    /** The Kustomer connector, as the connector runtime calls it. */
    static InRuntime kustomer(URI server) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("authentication").put("apiKey", "{{secrets.KUSTOMER_API_KEY}}");
        variables.putObject("server").put("region", "custom").put("baseUrl", server.toString());
        variables.set("customer", Customer.fields());
        variables.putObject("options").put("onDuplicate", "returnExisting").put("repeatProtection", "automatic");
        return new InRuntime(
                JobRunner.connector("create-customer", KustomerClient.create(Map.of()), "benchmark"),
                FlatInputs.of(variables));
    }

    /** Camunda's REST connector, configured for the same request. */
    static Contender rest(URI server) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.put("method", "POST").put("url", server + "/v1/customers");
        variables.putObject("authentication").put("type", "bearer").put("token", "{{secrets.KUSTOMER_API_KEY}}");
        variables.put("connectionTimeoutInSeconds", 20).put("readTimeoutInSeconds", 20);
        variables.set("body", Customer.fields());
        return onceMoreAfter(ConnectorException.class, new InRuntime(new HttpJsonFunction(), variables));
    }

    /**
     * Repeats a call once after an exception of the type {@code race}, because the client may have used a pooled
     * connection that the server had just closed. Any other failure occurs again.
     */
    private static Contender onceMoreAfter(Class<? extends Exception> race, Contender contender) {
        return caller -> {
            try {
                return contender.call(caller);
            } catch (Exception problem) {
                if (race.isInstance(problem)) {
                    return contender.call(caller);
                }
                throw problem;
            }
        };
    }

    /**
     * A connector that is called with the runtime's own context, so the call includes secrets, binding and validation.
     */
    static final class InRuntime implements Contender {

        private static final OutboundConnectorsAutoConfiguration RUNTIME = new OutboundConnectorsAutoConfiguration();

        private final SecretProvider secrets = new Secrets();
        private final ValidationProvider validation = new DefaultValidationProvider();
        private final DocumentFactoryImpl documents = new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE);
        private final ObjectMapper mapper = RUNTIME.outboundConnectorObjectMapper(documents);
        private final OutboundConnectorFunction connector;
        private final JsonMapper json = RUNTIME.jsonMapper();
        private final String variables;
        private final ActivatedJob[] jobs;

        InRuntime(OutboundConnectorFunction connector, ObjectNode variables) {
            this.connector = connector;
            this.variables = variables.toString();
            this.jobs = IntStream.range(0, MAX_CALLERS).mapToObj(this::job).toArray(ActivatedJob[]::new);
        }

        @Override
        public Object call(int caller) throws Exception {
            return callWith(jobs[caller]);
        }

        /** As {@link #call}, but with a new job for the task. */
        Object callAsTask(long task) throws Exception {
            return callWith(job(task));
        }

        private Object callWith(ActivatedJob job) throws Exception {
            return connector.execute(new JobHandlerContext(job, secrets, validation, documents, mapper));
        }

        private ActivatedJob job(long task) {
            return new ActivatedJobImpl(
                    json,
                    GatewayOuterClass.ActivatedJob.newBuilder()
                            .setKey(1)
                            .setType("benchmark")
                            .setProcessInstanceKey(42)
                            .setBpmnProcessId("process")
                            .setElementId("task")
                            .setElementInstanceKey(1000 + task)
                            .setCustomHeaders("{}")
                            .setVariables(variables)
                            .setRetries(3)
                            .setTenantId("<default>")
                            .build());
        }
    }

    private static final class Secrets implements SecretProvider {
        @Override
        public @Nullable String getSecret(String name, SecretContext context) {
            return name.equals("KUSTOMER_API_KEY") ? KEY : null;
        }
    }
}
