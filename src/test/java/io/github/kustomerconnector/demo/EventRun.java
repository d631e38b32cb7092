package io.github.kustomerconnector.demo;

import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.github.kustomerconnector.engine.DeployedProcesses;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.GatewayLink;
import io.github.kustomerconnector.engine.WebhookRuntime;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Runs a process that events of the simulated Kustomer start and wake. The simulator's customer opens a conversation,
 * and answers when the process waits. The input has {@code name}, {@code email}, {@code question} and {@code answer}.
 */
final class EventRun {

    private static final String WEBHOOK = "kustomer:webhook:1";
    private static final String TOKEN = "KUSTOMER_WEBHOOK_TOKEN";
    private static final List<String> INPUT = List.of("name", "email", "question", "answer");

    private final EmbeddedCamunda camunda;
    private final SimulatorTarget target;
    private final KustomerSimulator kustomer;
    private final RunSettings settings;
    private final PrintStream out;
    private final InstanceProgress progress;
    private EventLines lines;
    private int seen;
    private boolean isAnswered;

    private EventRun(EmbeddedCamunda camunda, SimulatorTarget target, RunSettings settings, PrintStream out) {
        this.camunda = camunda;
        this.target = target;
        this.kustomer = target.simulator();
        this.settings = settings;
        this.out = out;
        this.progress = new InstanceProgress(settings.processId());
        this.seen = camunda.records().since(0).size();
        this.lines = new EventLines(settings.model(), System.currentTimeMillis());
    }

    /** Whether an event starts the process. */
    static boolean isFor(BpmnModelInstance model) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .anyMatch(start ->
                        property(start, "inbound.type").filter(WEBHOOK::equals).isPresent());
    }

    /**
     * Checks that the run is possible.
     *
     * @throws IllegalArgumentException if not; the message names the reason
     */
    static void check(RunSettings settings, Target target) {
        if (!isFor(settings.model())) {
            return;
        }
        if (!(target instanceof SimulatorTarget)) {
            throw new IllegalArgumentException(
                    "An event starts this process, and Kustomer can't reach this computer: run it with the simulator");
        }
        if (settings.instances() > 1) {
            throw new IllegalArgumentException("An event starts this process, so --instances must be 1");
        }
        INPUT.stream()
                .filter(name -> !(settings.input().variables().get(name) instanceof String))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The input must have a text " + name);
                });
    }

    /** The run of checked settings. */
    static EventRun of(EmbeddedCamunda camunda, Target target, RunSettings settings, PrintStream out) {
        return new EventRun(camunda, (SimulatorTarget) target, settings, out);
    }

    /**
     * Runs one instance to its end or until the time is over.
     *
     * @return whether it completed
     */
    boolean run() {
        return run(Stay.NONE);
    }

    /**
     * Runs one instance, and goes on while the user stays: events start and wake further instances.
     *
     * @return whether the first instance completed
     */
    boolean run(Stay stay) {
        DeployedProcesses processes = new DeployedProcesses();
        Map<String, String> secrets = Map.of(
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_API_KEY", target.apiKey(),
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_BASE_URL", target.baseUrl());
        try (GatewayLink link = camunda.link();
                WebhookRuntime runtime = camunda.webhookRuntime(link, processes, secrets)) {
            activate(runtime, processes);
            boolean ended = awaitEnd();
            printResult();
            boolean completed = ended && progress.stopped().isEmpty();
            stay.until(this::printProgress);
            return completed;
        }
    }

    /** Registers the webhook at Kustomer first, because the runtime needs its token. */
    private void activate(WebhookRuntime runtime, DeployedProcesses processes) {
        String path = settings.model().getModelElementsByType(StartEvent.class).stream()
                .flatMap(start -> property(start, "inbound.context").stream())
                .findFirst()
                .orElseThrow();
        String address = runtime.address(path).toString();
        String token = kustomer.webhooks()
                .register(address, "kustomer.conversation.create", "kustomer.message.create")
                .at("/attributes/token")
                .asText();
        runtime.secret(TOKEN, token);
        DeploymentEvent deployed = camunda.deploy(settings.model());
        Process process = deployed.getProcesses().getFirst();
        processes.add(process, settings.model());
        runtime.awaitActive(process.getBpmnProcessId(), process.getVersion());
        out.println("Kustomer sends events to " + address);
        lines = new EventLines(settings.model(), System.currentTimeMillis());
        String customer = kustomer.seedCustomer(
                "{\"name\": \"%s\", \"emails\": [{\"email\": \"%s\"}]}".formatted(input("name"), input("email")));
        out.printf("%s writes: %s%n", input("name"), input("question"));
        kustomer.writeAsCustomer(customer, input("question"));
    }

    private boolean awaitEnd() {
        try {
            await().atMost(settings.timeout())
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        printProgress();
                        answerOnce();
                        return progress.completed() + progress.stopped().size() > 0;
                    });
            return true;
        } catch (ConditionTimeoutException e) {
            out.printf(
                    Locale.ROOT,
                    "Not finished after %.1f s%n",
                    settings.timeout().toMillis() / 1000.0);
            return false;
        }
    }

    private void printProgress() {
        List<Record<?>> records = camunda.records().since(seen);
        seen += records.size();
        records.forEach(progress::update);
        lines.next(records, kustomer.webhooks().deliveries()).forEach(out::println);
    }

    private void answerOnce() {
        if (isAnswered || !isWaiting()) {
            return;
        }
        isAnswered = true;
        out.printf("%s answers: %s%n", input("name"), input("answer"));
        kustomer.answerAsCustomer(kustomer.conversations().getLast().path("id").asText(), input("answer"));
    }

    private boolean isWaiting() {
        return progress.waiting().keySet().stream()
                .anyMatch(id -> settings.model().getModelElementById(id) instanceof EventBasedGateway);
    }

    private void printResult() {
        out.println();
        instance().ifPresent(key -> {
            out.println("Variables");
            camunda.records().variables(key).forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
        });
        out.println("Stored in " + target.description());
        target.stored(true).forEach(line -> out.println("  " + line));
        for (IncidentRecordValue incident : progress.stopped()) {
            out.printf("Incident at \"%s\"%n  %s%n", incident.getElementId(), incident.getErrorMessage());
        }
    }

    private Optional<Long> instance() {
        return camunda.records().since(0).stream()
                .map(Record::getValue)
                .filter(ProcessInstanceRecordValue.class::isInstance)
                .map(ProcessInstanceRecordValue.class::cast)
                .filter(value -> value.getBpmnProcessId().equals(settings.processId()))
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .reduce((first, last) -> last);
    }

    private String input(String name) {
        return String.valueOf(settings.input().variables().get(name));
    }

    private static Optional<String> property(StartEvent start, String name) {
        return Optional.ofNullable(start.getSingleExtensionElement(ZeebeProperties.class)).stream()
                .flatMap(properties -> properties.getProperties().stream())
                .filter(found -> found.getName().equals(name))
                .map(ZeebeProperty::getValue)
                .findFirst();
    }
}
