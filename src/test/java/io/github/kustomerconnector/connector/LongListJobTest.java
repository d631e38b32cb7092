package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.ScriptedServer;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs whose own record is beyond the first page of the list in which the connector looks for it. */
final class LongListJobTest {

    private static final String ID = "5f00000000000000000000a1";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @Test
    void a_repeated_job_finds_its_note_among_more_than_100() {
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        for (int i = 0; i < 130; i++) {
            kustomer.seedRecord("note", "{\"conversation\":\"%s\",\"body\":\"Note\"}".formatted(conversation));
        }
        JobHandling jobs = JobHandling.newRuntime(CreateNoteConnector::new, kustomer);
        Task task = jobs.task()
                .with("note.conversation", conversation)
                .with("note.body", "Called back")
                .with("options.repeatProtection", "lookUpFirst");
        JsonNode first = jobs.result(task);

        JsonNode second = jobs.restarted().result(task);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(kustomer.records("note")).hasSize(131);
    }

    @Test
    void a_draft_is_found_among_more_than_100() {
        String customer = customerWith130Drafts();
        JobHandling drafts = JobHandling.newRuntime(SendMessageConnector::new, kustomer);
        Task task = message(drafts, customer);
        String draft =
                drafts.result(task.with("draft.action", "draftOnly")).path("id").asText();

        JsonNode sent = drafts.restarted()
                .result(drafts.task()
                        .with("draft.customer", customer)
                        .with("draft.action", "sendDraft")
                        .with("draft.id", draft));

        assertThat(sent.path("id").asText()).isEqualTo(draft);
    }

    @Test
    void another_runtime_finds_the_draft_of_a_failed_release_among_more_than_100() {
        String customer = customerWith130Drafts();
        JobHandling drafts = JobHandling.newRuntime(SendMessageConnector::new, kustomer);
        Task task = message(drafts, customer);
        kustomer.inject(Fault.json(Step.AFTER_READING, 503, "{}"), RequestMatcher.method("PUT"), 2);
        drafts.failure(task);

        drafts.restarted().result(task);

        assertThat(kustomer.records("draft")).hasSize(131);
    }

    @Test
    void a_list_that_repeats_its_first_page_is_read_no_further() {
        String page = "{\"data\":[{\"type\":\"note\",\"id\":\"" + ID + "\",\"attributes\":{\"body\":\"Note\"}}],"
                + "\"links\":{\"next\":\"/v1/next\"}}";
        String created = "{\"data\":{\"type\":\"note\",\"id\":\"" + ID + "\",\"attributes\":{}}}";
        try (ScriptedServer server = ScriptedServer.start(
                request -> request.startsWith("POST") ? answer("201 Created", created) : answer("200 OK", page))) {
            JobHandling jobs = jobs(server, CreateNoteConnector::new);

            jobs.result(jobs.task()
                    .with("note.conversation", ID)
                    .with("note.body", "Called back")
                    .with("options.repeatProtection", "lookUpFirst"));

            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_list_of_companies_that_repeats_its_first_page_is_read_no_further() {
        String company = "{\"type\":\"company\",\"id\":\"" + ID + "\",\"attributes\":{\"name\":\"Acme\"}}";
        String page = "{\"data\":[" + company + "],\"links\":{\"next\":\"/v1/next\"}}";
        try (ScriptedServer server = ScriptedServer.start(
                request -> answer("200 OK", request.startsWith("GET") ? page : "{\"data\":" + company + "}"))) {
            JobHandling jobs = jobs(server, UpsertCompanyConnector::new);

            JsonNode updated = jobs.result(jobs.task().with("company.name", "Acme"));

            assertThat(updated.path("id").asText()).isEqualTo(ID);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_company_that_a_repeated_page_does_not_show_is_not_created() {
        String page = "{\"data\":[{\"type\":\"company\",\"id\":\"" + ID + "\",\"attributes\":{\"name\":\"Acme Ltd\"}}],"
                + "\"links\":{\"next\":\"/v1/next\"}}";
        try (ScriptedServer server = ScriptedServer.start(request -> answer("200 OK", page))) {
            JobHandling jobs = jobs(server, UpsertCompanyConnector::new);

            assertThat(jobs.failure(jobs.task().with("company.name", "Acme")).message())
                    .contains("too many records are similar to this name");
            assertThat(server.requests()).hasSize(2).allMatch(request -> request.startsWith("GET"));
        }
    }

    private static JobHandling jobs(
            ScriptedServer server, Function<ConnectorEnvironment, OutboundConnectorFunction> connector) {
        JobHandling jobs = JobHandling.of(connector.apply(JobHandling.environment("test")));
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }

    private String customerWith130Drafts() {
        String customer = kustomer.seedCustomer("{}");
        for (int i = 0; i < 130; i++) {
            kustomer.seedRecord("draft", "{\"customer\":\"%s\",\"channel\":\"sms\"}".formatted(customer));
        }
        return customer;
    }

    private static Task message(JobHandling drafts, String customer) {
        return drafts.task()
                .with("draft.customer", customer)
                .with("draft.channel", "sms")
                .with("draft.to", "+4930901820")
                .with("draft.body", "Your order is late");
    }
}
