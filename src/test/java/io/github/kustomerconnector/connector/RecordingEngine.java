package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.impl.http.HttpCamundaFuture;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the place of the engine for one job, and records the command that ends it. */
final class RecordingEngine {
    private static final ObjectMapper TREES = new ObjectMapper();

    private final JsonMapper json;
    private @Nullable JobEnding ending;

    /** @param json what the runtime's client writes variables with */
    RecordingEngine(JsonMapper json) {
        this.json = json;
    }

    /** The client that a job handler is given. */
    JobClient client() {
        return proxy(JobClient.class, (client, method, arguments) -> new Command(method.getName()).step(method));
    }

    /** How the job ended. */
    JobEnding ending() {
        return Optional.ofNullable(ending).orElseThrow(() -> new AssertionError("the job did not end"));
    }

    private void end(JobEnding given) {
        if (ending != null) {
            throw new AssertionError("the job ends twice: " + ending + ", then " + given);
        }
        ending = given;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A command that is built step by step. */
    private final class Command implements InvocationHandler {
        private final String name;
        private final Map<String, Object> parts = new HashMap<>();

        Command(String name) {
            this.name = name;
        }

        Object step(Method method) {
            return proxy(method.getReturnType(), this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
            if (method.getName().equals("send")) {
                end(toEnding());
                HttpCamundaFuture<Object> sent = new HttpCamundaFuture<>();
                sent.complete(name);
                return sent;
            }
            if (arguments != null && arguments.length == 1 && arguments[0] != null) {
                parts.put(method.getName(), arguments[0]);
            }
            return step(method);
        }

        private JobEnding toEnding() {
            JsonNode variables = tree(parts.getOrDefault("variables", Map.of()));
            return switch (name) {
                case "newCompleteCommand" -> new JobEnding.Completed(variables);
                case "newFailCommand" ->
                    new JobEnding.Failed(
                            (Integer) parts.getOrDefault("retries", -1),
                            (Duration) parts.get("retryBackoff"),
                            text("errorMessage"),
                            variables);
                case "newThrowErrorCommand" ->
                    new JobEnding.ErrorThrown(text("errorCode"), text("errorMessage"), variables);
                default -> throw new AssertionError("not a command that ends a job: " + name);
            };
        }

        private String text(String part) {
            return String.valueOf(parts.get(part));
        }

        private JsonNode tree(Object variables) {
            try {
                return TREES.readTree(json.toJson(variables));
            } catch (JsonProcessingException e) {
                throw new AssertionError("the variables are not JSON", e);
            }
        }
    }
}
