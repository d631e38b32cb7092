package io.github.kustomerconnector.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.github.kustomerconnector.connector.TaskInputs;
import io.github.kustomerconnector.engine.ConnectorRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Measures whole process instances on the real engine and the real connector runtime, with the Kustomer connector and
 * with a no-op connector. The two processes differ only in their job type, and alternate in each round. Engine,
 * runtime and client share this JVM.
 */
final class EngineRounds {

    static final String KUSTOMER = "kustomer:create-customer:1";
    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI kustomer;
    private final int rounds;
    private final int instances;

    EngineRounds(URI kustomer, int rounds, int instances) {
        this.kustomer = kustomer;
        this.rounds = rounds;
        this.instances = instances;
    }

    /**
     * The result of one connector in one round.
     *
     * @param perSecond completed instances per second
     * @param milliseconds CPU time of one instance, by part
     */
    record Round(double perSecond, Map<CpuTime.Part, Double> milliseconds) {}

    /** The rounds, by kind of threads and job type. */
    Map<String, Map<String, List<Round>>> run() throws InterruptedException {
        ZeebeTestEngine engine = EngineFactory.create();
        engine.start();
        Map<String, Map<String, List<Round>>> results = new LinkedHashMap<>();
        results.put("10 platform threads", with(engine, List.of(new NoOpConnector())));
        results.put("64 virtual threads", with(engine, List.of(new NoOpConnector(), virtualThreads())));
        engine.stop();
        return results;
    }

    private Map<String, List<Round>> with(ZeebeTestEngine engine, List<?> beans) throws InterruptedException {
        String address = engine.getGatewayAddress();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        Map<String, List<Round>> results = new LinkedHashMap<>();
        Map<String, String> settings = Map.of(
                ConnectorRuntime.SECRET_PREFIX + "KUSTOMER_API_KEY",
                "benchmark-key-0123456789abcdef",
                ConnectorRuntime.SECRET_PREFIX + "KUSTOMER_BASE_URL",
                kustomer.toString());
        try (ConnectorRuntime runtime = ConnectorRuntime.start(port, settings, beans);
                CamundaClient client = CamundaClient.newClientBuilder()
                        .grpcAddress(URI.create("http://127.0.0.1:" + port))
                        .preferRestOverGrpc(false)
                        .build()) {
            for (String type : List.of(NoOpConnector.TYPE, KUSTOMER)) {
                client.newDeployResourceCommand()
                        .addProcessModel(process(type), "p.bpmn")
                        .requestTimeout(PATIENCE)
                        .send()
                        .join();
                round(client, type);
            }
            for (int round = 0; round < rounds; round++) {
                for (String type : List.of(NoOpConnector.TYPE, KUSTOMER)) {
                    results.computeIfAbsent(type, unused -> new ArrayList<>()).add(round(client, type));
                }
            }
        }
        return results;
    }

    private Round round(CamundaClient client, String type) throws InterruptedException {
        Semaphore places = new Semaphore(IN_FLIGHT);
        List<Throwable> problems = new CopyOnWriteArrayList<>();
        CpuTime before = CpuTime.now();
        long start = System.nanoTime();
        for (int i = 0; i < instances; i++) {
            places.acquire();
            client.newCreateInstanceCommand()
                    .bpmnProcessId(id(type))
                    .latestVersion()
                    .variables(Map.of("fields", Contenders.map(Customer.fields())))
                    .withResult()
                    .requestTimeout(PATIENCE)
                    .send()
                    .whenComplete((result, problem) -> {
                        if (problem != null) {
                            problems.add(problem);
                        }
                        places.release();
                    });
        }
        places.acquire(IN_FLIGHT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<CpuTime.Part, Double> milliseconds = CpuTime.now().since(before, instances);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.size() + " instances did not complete", problems.getFirst());
        }
        return new Round(instances / seconds, milliseconds);
    }

    private static BpmnModelInstance process(String type) {
        return Bpmn.createExecutableProcess(id(type))
                .startEvent()
                .serviceTask(
                        "create",
                        task -> task.zeebeJobType(type)
                                .zeebeInputExpression(
                                        "\"{{secrets.KUSTOMER_API_KEY}}\"", TaskInputs.target("authentication.apiKey"))
                                .zeebeInputExpression("\"custom\"", TaskInputs.target("server.region"))
                                .zeebeInputExpression(
                                        "\"{{secrets.KUSTOMER_BASE_URL}}\"", TaskInputs.target("server.baseUrl"))
                                .zeebeInputExpression("fields", TaskInputs.target("customer"))
                                .zeebeInputExpression("\"automatic\"", TaskInputs.target("options.repeatProtection"))
                                .zeebeTaskHeader("resultExpression", "={customerId: id}"))
                .endEvent()
                .done();
    }

    private static String id(String type) {
        return type.replace(':', '-');
    }

    private static CamundaClientExecutorService virtualThreads() {
        return new CamundaClientExecutorService(
                Executors.newScheduledThreadPool(IN_FLIGHT, Thread.ofVirtual().factory()), true);
    }
}
