package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts what becomes of three creates with the templates for the REST connector, and with this connector, under each
 * fault. The table in {@code docs/saas.md} has these figures.
 */
@ExtendWith(SharedEngine.class)
final class RestFaultsOnEngineTest {

    private static final Path PAGE = Path.of("docs/saas.md");

    @AutoClose
    private final KustomerSimulator forRest = KustomerSimulator.start();

    @AutoClose
    private final KustomerSimulator forConnector = KustomerSimulator.start();

    private final EmbeddedCamunda camunda;

    RestFaultsOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
    }

    /**
     * An operation, and the form of its task.
     *
     * @param type what it creates
     * @param request matches its request
     */
    record Create(String type, Class<?> connector, RequestMatcher request, Map<String, String> typed) {}

    private static final List<Create> CREATES = List.of(
            new Create(
                    "customer",
                    CreateCustomerConnector.class,
                    posted(request -> request.path().equals("/v1/customers")),
                    Map.of("customer.externalId", "C-4711")),
            new Create(
                    "conversation",
                    CreateConversationConnector.class,
                    posted(request -> request.path().equals("/v1/conversations")),
                    Map.of("conversation.name", "Order 4711")),
            new Create(
                    "note",
                    CreateNoteConnector.class,
                    posted(request -> request.path().endsWith("/notes")),
                    Map.of("note.body", "Please call")));

    private static RequestMatcher posted(RequestMatcher matcher) {
        return RequestMatcher.method("POST").and(matcher);
    }

    @ParameterizedTest
    @EnumSource(RestFault.class)
    void the_page_has_the_figures_of_a_run(RestFault fault) throws IOException {
        List<Long> rest = start("saas", forRest, fault);
        List<Long> connector = start("", forConnector, fault);

        List<String> row = List.of(fault.row(), figures(rest, forRest), figures(connector, forConnector));

        assertThat(rows()).contains("| " + String.join(" | ", row) + " |");
    }

    @Test
    void the_table_has_one_row_for_each_fault() throws IOException {
        assertThat(rows().stream().skip(2).map(row -> RestFault.ofRow(row.split(" *\\| *", -1)[1])))
                .containsExactly(RestFault.values());
    }

    /** Starts the three tasks with the templates of the folder. */
    private List<Long> start(String folder, KustomerSimulator kustomer, RestFault fault) {
        String secret = folder.isEmpty() ? "KUSTOMER_URL_OF_CONNECTOR" : "KUSTOMER_URL_OF_REST";
        camunda.secret(secret, kustomer.url());
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        List<Long> keys = new ArrayList<>();
        for (Create create : CREATES) {
            fault.plan(kustomer, create.request());
            Map<String, String> typed = new HashMap<>(create.typed());
            typed.put("server.baseUrl", "{{secrets.%s}}".formatted(secret));
            typed.put("retryBackoff", "PT0.1S");
            if (folder.isEmpty() && fault == RestFault.LOOKED_UP_FIRST) {
                typed.put("options.repeatProtection", "lookUpFirst");
            }
            String id = "faults-%s-%s".formatted(create.type(), folder);
            camunda.deploy(TemplatedProcess.of(id, RestFaultsOnEngineTest::caughtErrors)
                    .element(folder, create.connector(), "task", typed)
                    .model());
            keys.add(camunda.start(id, Map.of("customerId", customer, "conversationId", conversation)));
        }
        return keys;
    }

    /** How the tasks ended, the number of records and the number of requests, as cells of the table. */
    private String figures(List<Long> keys, KustomerSimulator kustomer) {
        Map<String, Long> endings = keys.stream()
                .map(this::ending)
                .collect(Collectors.groupingBy(ending -> ending, TreeMap::new, Collectors.counting()));
        long seeded = 2;
        long records = kustomer.customers().size()
                + kustomer.conversations().size()
                + kustomer.records("note").size()
                - seeded;
        return "%s | %s | %s"
                .formatted(
                        endings.entrySet().stream()
                                .map(ending -> ending.getValue() + " " + ending.getKey())
                                .collect(Collectors.joining(", ")),
                        records,
                        kustomer.requests().size());
    }

    private String ending(long key) {
        return await("end of task")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> endingSoFar(key), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> endingSoFar(long key) {
        if (camunda.records().openIncident(key).isPresent()) {
            return Optional.of("incident");
        }
        return camunda.records()
                .ending(key)
                .map(end -> Optional.ofNullable(camunda.records().variables(key).get("code"))
                        .map("`%s`"::formatted)
                        .orElse("done"));
    }

    private static BpmnModelInstance caughtErrors(StartEventBuilder start) {
        return start.serviceTask("task")
                .endEvent()
                .moveToActivity("task")
                .boundaryEvent("caught")
                .error()
                .zeebeOutputExpression("kustomerError.code", "code")
                .endEvent()
                .done();
    }

    /** The rows of the table, with its head. */
    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int head = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("| fault |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no table of faults")));
        return lines.subList(head, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
