package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationCatalogueTest {

    private static final String README = "Create Kustomer Conversation, job type kustomer:create-conversation:1";
    private static final Set<Class<?>> ONE = Set.of(CreateConversationConnector.class);

    private final Path folder;

    OperationCatalogueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothing_is_missing_of_any_operation() throws IOException {
        OperationCatalogue project = OperationCatalogue.ofProject();

        assertThat(project.written()).contains(CreateCustomerConnector.class, CreateConversationConnector.class);
        assertThat(project.gaps()).isEmpty();
    }

    @Test
    void an_operation_with_everything_has_no_gap() throws IOException {
        assertThat(whole().gaps()).isEmpty();
    }

    @Test
    void a_connector_that_a_runtime_does_not_find_is_a_gap() throws IOException {
        OperationCatalogue whole = whole();

        assertThat(new OperationCatalogue(ONE, Set.of(), README, folder, folder).gaps())
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
    void an_operation_that_the_readme_does_not_tell_of_is_a_gap() throws IOException {
        whole();

        assertThat(gaps("kustomer:create-conversation:1"))
                .containsExactly(
                        "CreateConversation has no row in the README that names it: Create Kustomer Conversation");
        assertThat(gaps("Create Kustomer Conversation, job type kustomer:create-conversation:2"))
                .containsExactly(
                        "CreateConversation has no row in the README with its job type: kustomer:create-conversation:1");
    }

    @Test
    void an_operation_that_is_not_run_as_a_job_is_a_gap() throws IOException {
        whole();
        Files.delete(folder.resolve("connector/CreateConversationJobTest.java"));

        assertThat(gaps(README))
                .containsExactly(
                        "CreateConversation has no test in the runtime: connector/CreateConversationJobTest.java");
    }

    @Test
    void an_operation_that_is_held_against_no_contract_is_a_gap() throws IOException {
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

    private List<String> gaps(String readme) {
        return new OperationCatalogue(ONE, ONE, readme, folder, folder).gaps();
    }

    private OperationCatalogue whole() throws IOException {
        write("kustomer-create-conversation.json", "{}");
        write("connector/CreateConversationJobTest.java", "");
        write("operation/conversation/CreateConversationTest.java", "bound(CreateConversation.class) Contract.live()");
        write("e2e/OnEngineTest.java", "task(CreateConversationConnector.class)");
        return new OperationCatalogue(ONE, ONE, README, folder, folder);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
