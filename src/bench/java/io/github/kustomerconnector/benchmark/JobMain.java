package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.impl.http.HttpCamundaFuture;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.client.metrics.DefaultNoopMetricsRecorder;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.api.secret.SecretContext;
import io.camunda.connector.api.secret.SecretProvider;
import io.camunda.connector.runtime.OutboundConnectorsAutoConfiguration;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.camunda.connector.runtime.core.secret.SecretProviderAggregator;
import io.camunda.connector.runtime.metrics.ConnectorsOutboundMetrics;
import io.camunda.connector.runtime.outbound.job.SpringConnectorJobHandler;
import io.camunda.connector.validation.impl.DefaultValidationProvider;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Handles whole jobs of one connector as the connector runtime does, and completes them with a client that only serializes the
 * variables. It uses no class of this project, so the class path chooses the build. It reads commands from its standard input:
 * {@code run <callers> <milliseconds>} prints calls per second and bytes allocated a call; {@code live <callers>} makes 10 calls
 * of each caller and prints the bytes that are live afterwards.
 */
public final class JobMain {

    private static final OutboundConnectorsAutoConfiguration RUNTIME = new OutboundConnectorsAutoConfiguration();

    private final JsonMapper json = RUNTIME.jsonMapper();
    private final String variables;
    private final String headers;
    private final SpringConnectorJobHandler handler;
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final AtomicLong tasks = new AtomicLong();
    private volatile String message = "";

    private JobMain(OutboundConnectorFunction connector, JsonNode task) {
        this.variables = task.path("variables").toString();
        this.headers = task.path("headers").toString();
        DocumentFactoryImpl documents = new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE);
        this.handler = new SpringConnectorJobHandler(
                new ConnectorsOutboundMetrics(new SimpleMeterRegistry()),
                (command, problem) -> {
                    throw new IllegalStateException(problem);
                },
                new SecretProviderAggregator(List.of(new Secrets())),
                new DefaultValidationProvider(),
                documents,
                RUNTIME.outboundConnectorObjectMapper(documents),
                connector,
                new DefaultNoopMetricsRecorder());
    }

    /** The entry point. Arguments: the connector's class, and the task as JSON with {@code variables} and {@code headers}. */
    public static void main(String[] arguments) throws Exception {
        OutboundConnectorFunction connector = (OutboundConnectorFunction)
                Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        JobMain jobs = new JobMain(connector, new ObjectMapper().readTree(arguments[1]));
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] command = line.split(" ", -1);
                int callers = Integer.parseInt(command[1]);
                System.out.println(
                        command[0].equals("run") ? jobs.run(callers, Long.parseLong(command[2])) : jobs.live(callers));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private String run(int callers, long milliseconds) throws InterruptedException {
        long allocatedBefore = allocated();
        long completedBefore = completed.get();
        long start = System.nanoTime();
        long end = start + milliseconds * 1_000_000;
        inThreads(callers, () -> {
            while (System.nanoTime() < end) {
                handle();
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        long calls = completed.get() - completedBefore;
        if (others.get() > 0 || calls == 0) {
            throw new IllegalStateException(others + " jobs did not complete: " + message);
        }
        return calls / seconds + " " + (double) (allocated() - allocatedBefore) / calls;
    }

    private String live(int callers) throws InterruptedException {
        inThreads(callers, () -> {
            for (int i = 0; i < 10; i++) {
                handle();
            }
        });
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return Long.toString(least) + " " + others.get();
    }

    private static void inThreads(int callers, Runnable work) throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, problem) -> failed.incrementAndGet())
                    .start(work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " callers failed");
        }
    }

    /** All threads, also those that have ended. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private void handle() {
        handler.handle(
                (JobClient) Proxy.newProxyInstance(
                        JobMain.class.getClassLoader(),
                        new Class<?>[] {JobClient.class},
                        (client, method, arguments) -> {
                            (method.getName().equals("newCompleteCommand") ? completed : others).incrementAndGet();
                            return step(method.getReturnType());
                        }),
                job(tasks.incrementAndGet()));
    }

    private Object step(Class<?> type) {
        InvocationHandler steps = new InvocationHandler() {
            @Override
            public Object invoke(Object proxy, java.lang.reflect.Method method, Object @Nullable [] arguments) {
                if (method.getName().equals("variables") && arguments != null) {
                    json.toJson(arguments[0]);
                } else if (method.getName().equals("errorMessage") && arguments != null) {
                    message = String.valueOf(arguments[0]);
                } else if (method.getName().equals("send")) {
                    HttpCamundaFuture<Object> sent = new HttpCamundaFuture<>();
                    sent.complete("done");
                    return sent;
                }
                return Proxy.newProxyInstance(
                        JobMain.class.getClassLoader(), new Class<?>[] {method.getReturnType()}, this);
            }
        };
        return Proxy.newProxyInstance(JobMain.class.getClassLoader(), new Class<?>[] {type}, steps);
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
                        .setCustomHeaders(headers)
                        .setVariables(variables)
                        .setRetries(3)
                        .setTenantId("<default>")
                        .build());
    }

    private static final class Secrets implements SecretProvider {
        @Override
        public @Nullable String getSecret(String name, SecretContext context) {
            return name.equals("KUSTOMER_API_KEY") ? "benchmark-key-0123456789abcdef" : null;
        }
    }
}
