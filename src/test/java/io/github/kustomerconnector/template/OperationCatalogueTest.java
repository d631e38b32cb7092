package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.template.planted.ThrowAwayWebhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationCatalogueTest {

    private static final String README = "Create Kustomer Conversation, job type kustomer:create-conversation:1";
    private static final Class<?> ONE = CreateConversationConnector.class;
    private static final String OUTBOUND = "io.camunda.connector.api.outbound.OutboundConnectorFunction";
    private static final String INBOUND = "io.camunda.connector.api.inbound.InboundConnectorExecutable";

    private final Path folder;

    OperationCatalogueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothing_is_missing_of_any_operation() throws IOException {
        OperationCatalogue project = OperationCatalogue.ofProject();

        assertThat(project.connectors().written())
                .contains(CreateCustomerConnector.class, CreateConversationConnector.class);
        assertThat(project.gaps()).isEmpty();
    }

    @Test
    void an_operation_with_everything_has_no_gap() throws IOException {
        assertThat(whole().gaps()).isEmpty();
    }

    @Test
    void a_connector_that_a_runtime_does_not_find_is_a_gap() throws IOException {
        OperationCatalogue whole = whole();
        ConnectorClasses elsewhere = new ConnectorClasses(Set.of(ONE), Set.of(), Set.of(ONE.getName()));

        assertThat(new OperationCatalogue(elsewhere, README, folder, folder).gaps())
                .containsExactly("CreateConversation has no line in META-INF/services");
        assertThat(whole.gaps()).isEmpty();
    }

    @Test
    void a_template_that_is_not_committed_is_a_gap() throws IOException {
        whole();
        Files.delete(folder.resolve("kustomer-create-conversation.json"));

        assertThat(gaps(README))
                .containsExactly("CreateConversation has no template: kustomer-create-conversation.json");
    }

    @Test
    void an_operation_that_is_not_in_the_readme_is_a_gap() throws IOException {
        whole();

        assertThat(gaps("kustomer:create-conversation:1"))
                .containsExactly(
                        "CreateConversation has no row in the README that names it: Create Kustomer Conversation");
        assertThat(gaps("Create Kustomer Conversation, job type kustomer:create-conversation:2"))
                .containsExactly(
                        "CreateConversation has no row in the README with its job type: kustomer:create-conversation:1");
    }

    @Test
    void an_operation_without_a_job_test_is_a_gap() throws IOException {
        whole();
        Files.delete(folder.resolve("connector/CreateConversationJobTest.java"));

        assertThat(gaps(README))
                .containsExactly(
                        "CreateConversation has no test in the runtime: connector/CreateConversationJobTest.java");
    }

    @Test
    void an_operation_without_a_contract_test_is_a_gap() throws IOException {
        whole();
        write("operation/conversation/CreateConversationTest.java", "bound(CreateConversation.class)");
        write("operation/conversation/ConversationsTest.java", "CreateConversations Contract.live()");

        assertThat(gaps(README))
                .containsExactly("CreateConversation has no test in operation/ that holds it against a contract");
    }

    @Test
    void an_operation_that_no_engine_test_uses_is_a_gap() throws IOException {
        whole();
        Files.delete(folder.resolve("e2e/OnEngineTest.java"));
        write("e2e/TemplatedProcess.java", "apply(CreateConversationConnector.class)");

        assertThat(gaps(README))
                .containsExactly("CreateConversation has no engine test: none in e2e/ has CreateConversationConnector");
    }

    @Test
    void an_engine_test_names_the_connector_the_job_type_or_the_operation() throws IOException {
        whole();
        write("e2e/OnEngineTest.java", "zeebeJobType(\"kustomer:create-conversation:1\")");
        assertThat(gaps(README)).isEmpty();

        write("e2e/OnEngineTest.java", "process.createConversation(\"task\")");
        assertThat(gaps(README)).isEmpty();
    }

    @Test
    void a_webhook_that_has_only_a_service_line_lacks_all_else() throws IOException {
        write(INBOUND, ThrowAwayWebhook.class.getName());

        assertThat(plantedGaps())
                .containsExactly(
                        "ThrowAwayWebhook has no template: kustomer-throw-away-webhook.json",
                        "ThrowAwayWebhook has no row in the README that names it: Throw-away Webhook",
                        "ThrowAwayWebhook has no row in the README with its job type: kustomer:throw-away-webhook:1",
                        "ThrowAwayWebhook has no test in connector/ that names ThrowAwayWebhook",
                        "ThrowAwayWebhook has no engine test: none in e2e/ has ThrowAwayWebhook");
    }

    @Test
    void a_webhook_with_everything_has_no_gap() throws IOException {
        write(INBOUND, ThrowAwayWebhook.class.getName());
        write("kustomer-throw-away-webhook.json", "{}");
        write("connector/inbound/WebhookTest.java", "new ThrowAwayWebhook()");
        write("e2e/OnEngineTest.java", "start(ThrowAwayWebhook.class)");

        OperationCatalogue webhook = new OperationCatalogue(
                planted(), "Throw-away Webhook, type kustomer:throw-away-webhook:1", folder, folder);

        assertThat(webhook.gaps()).isEmpty();
    }

    @Test
    void a_webhook_in_the_service_file_of_the_outbound_connectors_is_a_gap() throws IOException {
        write(OUTBOUND, ThrowAwayWebhook.class.getName());

        assertThat(plantedGaps()).contains("ThrowAwayWebhook has no line in META-INF/services");
    }

    @Test
    void connectors_of_both_kinds_are_found_in_the_package_and_below() throws IOException {
        Path classes = OperationCatalogue.classes(OperationCatalogueTest.class);

        assertThat(ConnectorClasses.in(classes, "io.github.kustomerconnector.template", folder)
                        .written())
                .containsExactlyInAnyOrder(ThrowAwayOperation.class, ThrowAwayWebhook.class);
    }

    /** An outbound connector with an annotation and nothing else. */
    @OutboundConnector(name = "Throw-away Operation", type = "kustomer:throw-away:1")
    private static final class ThrowAwayOperation {}

    private List<String> plantedGaps() throws IOException {
        return new OperationCatalogue(planted(), README, folder, folder).gaps();
    }

    private ConnectorClasses planted() throws IOException {
        Path classes = OperationCatalogue.classes(ThrowAwayWebhook.class);
        return ConnectorClasses.in(classes, ThrowAwayWebhook.class.getPackageName(), folder);
    }

    private List<String> gaps(String readme) {
        return new OperationCatalogue(one(), readme, folder, folder).gaps();
    }

    private static ConnectorClasses one() {
        return new ConnectorClasses(Set.of(ONE), Set.of(ONE.getName()), Set.of());
    }

    private OperationCatalogue whole() throws IOException {
        write("kustomer-create-conversation.json", "{}");
        write("connector/CreateConversationJobTest.java", "");
        write(
                "operation/conversation/CreateConversationTest.java",
                "bound(CreateConversation.class) contractProblems(request)");
        write("e2e/OnEngineTest.java", "task(CreateConversationConnector.class)");
        return new OperationCatalogue(one(), README, folder, folder);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
