package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Handles whole jobs of one connector as the connector runtime does, and completes them with a client that only serializes the
 * variables. It uses no class of this project, so the class path chooses the build.
 *
 * <p>The first line of its standard input is the task as JSON with {@code variables} and {@code headers}. A text {@value
 * #NUMBER} in the variables becomes the number of the job. The connector {@code following} goes on with a bulk that is not
 * complete. Commands follow: {@code run <callers> <milliseconds>} prints calls per second, bytes allocated a call, and
 * milliseconds of processor time a call; {@code live <callers>} makes 10 calls of each caller and prints the bytes that are
 * live afterwards; {@code jobs <callers> <count>} handles a number of jobs to their end and prints the seconds.
 */
public final class JobMain {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final OutboundConnectorsAutoConfiguration RUNTIME = new OutboundConnectorsAutoConfiguration();

    /** Makes the variables of each job different. */
    static final String NUMBER = "@job@";

    private final JsonMapper json = RUNTIME.jsonMapper();
    private final String variables;
    private final String followingVariables;
    private final String headers;
    private final SpringConnectorJobHandler handler;
    private final Optional<SpringConnectorJobHandler> following;
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final AtomicLong tasks = new AtomicLong();
    private volatile String message = "";
    private volatile String result = "";

    private JobMain(String connector, JsonNode task) throws ReflectiveOperationException {
        this.variables = task.path("variables").toString();
        this.followingVariables = task.at("/following/variables").toString();
        this.headers = task.path("headers").toString();
        this.handler = handler(connector);
        this.following = task.has("following")
                ? Optional.of(handler(task.at("/following/connector").asText()))
                : Optional.empty();
    }

    private static SpringConnectorJobHandler handler(String connector) throws ReflectiveOperationException {
        DocumentFactoryImpl documents = new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE);
        return new SpringConnectorJobHandler(
                new ConnectorsOutboundMetrics(new SimpleMeterRegistry()),
                (command, problem) -> {
                    throw new IllegalStateException(problem);
                },
                new SecretProviderAggregator(List.of(new Secrets())),
                new DefaultValidationProvider(),
                documents,
                RUNTIME.outboundConnectorObjectMapper(documents),
                (OutboundConnectorFunction)
                        Class.forName(connector).getDeclaredConstructor().newInstance(),
                new DefaultNoopMetricsRecorder());
    }

    /** The entry point. Argument: the connector's class. */
    public static void main(String[] arguments) throws Exception {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            JobMain jobs = new JobMain(arguments[0], MAPPER.readTree(input.readLine()));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] command = line.split(" ", -1);
                int callers = Integer.parseInt(command[1]);
                System.out.println(
                        switch (command[0]) {
                            case "run" -> jobs.run(callers, Long.parseLong(command[2]));
                            case "live" -> jobs.live(callers);
                            case "jobs" -> jobs.jobs(callers, Integer.parseInt(command[2]));
                            default -> throw new IllegalArgumentException(command[0]);
                        });
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private String run(int callers, long milliseconds) throws InterruptedException {
        long allocatedBefore = allocated();
        long processorBefore = processorTime();
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
        return calls / seconds + " " + (double) (allocated() - allocatedBefore) / calls + " "
                + (processorTime() - processorBefore) / 1e6 / calls;
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

    private String jobs(int callers, int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        long start = System.nanoTime();
        inThreads(callers, () -> {
            while (left.getAndDecrement() > 0) {
                long number = tasks.incrementAndGet();
                handle(handler, job(number, numbered(variables, number)));
                following.ifPresent(connector -> follow(connector, number));
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        if (others.get() > 0) {
            throw new IllegalStateException(others + " jobs did not complete: " + message);
        }
        return Double.toString(seconds);
    }

    /** The loop of a process with a bulk, without its timer. */
    private void follow(SpringConnectorJobHandler connector, long number) {
        try {
            while (others.get() == 0 && result.contains("\"complete\":false")) {
                ObjectNode next = (ObjectNode) MAPPER.readTree(numbered(followingVariables, number));
                next.withObject("/kustomer")
                        .set("in_bulk_progress", MAPPER.readTree(result).path("kustomerBulk"));
                handle(connector, job(tasks.incrementAndGet(), next.toString()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String numbered(String variables, long number) {
        return variables.replace(NUMBER, Long.toString(number));
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

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void handle() {
        handle(handler, job(tasks.incrementAndGet(), variables));
    }

    private void handle(SpringConnectorJobHandler connector, ActivatedJob job) {
        connector.handle(
                (JobClient) Proxy.newProxyInstance(
                        JobMain.class.getClassLoader(),
                        new Class<?>[] {JobClient.class},
                        (client, method, arguments) -> {
                            (method.getName().equals("newCompleteCommand") ? completed : others).incrementAndGet();
                            return step(method.getReturnType());
                        }),
                job);
    }

    private Object step(Class<?> type) {
        InvocationHandler steps = new InvocationHandler() {
            @Override
            public Object invoke(Object proxy, java.lang.reflect.Method method, Object @Nullable [] arguments) {
                if (method.getName().equals("variables") && arguments != null) {
                    result = json.toJson(arguments[0]);
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

    private ActivatedJob job(long task, String variables) {
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
