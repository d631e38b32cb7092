package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.github.kustomerconnector.connector.TaskInputs;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A process variable of any name can be used in any field. The engine evaluates the input mappings of a task as one nested FEEL
 * context, so a mapping hides the variables that have the name of an earlier target.
 */
@ExtendWith(SharedEngine.class)
final class HiddenVariablesOnEngineTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES = Path.of("element-templates");
    private static final Path CONTRACTS = Path.of("src/simulator/resources/contract");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Names that people give to process variables. */
    private static final List<String> COMMON_NAMES = List.of(
            "customer",
            "conversation",
            "status",
            "priority",
            "server",
            "name",
            "email",
            "phone",
            "order",
            "orderId",
            "customerId",
            "conversationId",
            "messageId",
            "noteId",
            "invoice",
            "amount",
            "total",
            "date",
            "dueDate",
            "start",
            "end",
            "user",
            "userId",
            "team",
            "queue",
            "ticket",
            "ticketId",
            "subject",
            "text",
            "body",
            "message",
            "note",
            "tags",
            "channel",
            "language",
            "country",
            "region",
            "address",
            "city",
            "zip",
            "product",
            "items",
            "result",
            "response",
            "error",
            "request",
            "data",
            "payload",
            "input",
            "options",
            "config",
            "key",
            "id",
            "type",
            "kustomer",
            "kustomerError",
            "kustomerResult",
            "authentication",
            "target",
            "change",
            "in");

    private static final Set<String> NAMES = names();

    private final EmbeddedCamunda camunda;

    HiddenVariablesOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    /** The templates by the targets of their mappings, in order: variants of an operation have the same. */
    static Map<List<String>, List<String>> mappings() throws IOException {
        Map<List<String>, List<String>> mappings = new LinkedHashMap<>();
        templates()
                .forEach(template -> mappings.computeIfAbsent(targets(read(template)), targets -> new ArrayList<>())
                        .add(template.getFileName().toString()));
        return mappings;
    }

    @Test
    void every_field_of_every_template_reads_the_variables_of_the_process() throws IOException {
        Map<List<String>, List<String>> mappings = mappings();
        int number = 0;
        for (Map.Entry<List<String>, List<String>> mapping : mappings.entrySet()) {
            Map<String, Boolean> inputs = run("hidden-" + number++, mapping.getKey());

            assertThat(inputs)
                    .as("%s: inputs that read %d variables", mapping.getValue(), NAMES.size())
                    .hasSameSizeAs(mapping.getKey())
                    .allSatisfy((input, reads) -> assertThat(reads).as(input).isTrue());
        }
        assertThat(mappings.values().stream().mapToInt(List::size).sum())
                .isEqualTo((int) templates().count());
    }

    /** The test sees what it looks for: nested targets hide variables. */
    @Test
    void a_target_below_a_plain_root_hides_variables() {
        assertThat(run("hiding", List.of("kustomer.status", "kustomer.priority")))
                .containsEntry("status", true)
                .containsEntry("priority", false);
    }

    @Test
    void the_names_cover_inputs_fields_of_the_api_and_groups() {
        assertThat(NAMES)
                .hasSizeGreaterThan(300)
                .contains("kustomer", "customer", "emails", "moreFields", "connection", "sentiment", "and", "in");
    }

    /** Runs a task whose mappings all read every variable. Returns whether each got the values of the process. */
    private Map<String, Boolean> run(String processId, List<String> targets) {
        camunda.deploy(process(processId, targets));
        camunda.start(processId, NAMES.stream().collect(Collectors.toMap(name -> name, name -> name)));
        ActivatedJob job = job(processId);
        Map<String, Boolean> inputs = new TreeMap<>();
        JSON.valueToTree(job.getVariablesAsMap())
                .path(TaskInputs.ROOT)
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asBoolean()));
        camunda.client().newCompleteCommand(job).send().join();
        return inputs;
    }

    private ActivatedJob job(String type) {
        while (true) {
            List<ActivatedJob> jobs = camunda.client()
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(1)
                    .fetchVariables(TaskInputs.ROOT)
                    .requestTimeout(EmbeddedCamunda.PATIENCE)
                    .send()
                    .join()
                    .getJobs();
            if (!jobs.isEmpty()) {
                return jobs.getFirst();
            }
        }
    }

    private static BpmnModelInstance process(String id, List<String> targets) {
        String all = NAMES.stream()
                .map(name -> "`%s` = \"%s\"".formatted(name, name))
                .collect(Collectors.joining(",", "=all([", "])"));
        Consumer<ServiceTaskBuilder> task = builder -> {
            builder.zeebeJobType(id);
            targets.forEach(target -> builder.zeebeInput(all, target));
        };
        return Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask("task", task)
                .endEvent()
                .done();
    }

    /** Names of inputs, of fields in Kustomer's API, of groups, and names that people give. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>(COMMON_NAMES);
        try {
            for (Path file : templates().toList()) {
                JsonNode template = read(file);
                targets(template)
                        .forEach(target -> Stream.of(target.split("[._]")).forEach(names::add));
                template.path("groups")
                        .forEach(group -> names.add(group.path("id").asText()));
            }
            try (Stream<Path> contracts = Files.list(CONTRACTS)) {
                contracts
                        .filter(file -> file.toString().endsWith(".json"))
                        .map(HiddenVariablesOnEngineTest::read)
                        .forEach(contract -> addProperties(contract, names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeIf(name -> !NAME.matcher(name).matches());
        return names;
    }

    private static void addProperties(JsonNode schema, Set<String> names) {
        schema.properties().forEach(entry -> {
            if (entry.getKey().equals("properties")) {
                entry.getValue().fieldNames().forEachRemaining(names::add);
            }
            addProperties(entry.getValue(), names);
        });
        if (schema.isArray()) {
            schema.forEach(element -> addProperties(element, names));
        }
    }

    /** The inputs of the fields. The hidden request of a template for the REST connector follows them. */
    private static List<String> targets(JsonNode template) {
        return template.path("properties")
                .valueStream()
                .filter(property -> !property.path("type").asText().equals("Hidden"))
                .filter(property -> property.at("/binding/type").asText().equals("zeebe:input"))
                .map(property -> property.at("/binding/name").asText())
                .distinct()
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
