package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CheckConnectionJobTest {

    /** Operations that the roles of users do not include. */
    private static final Set<String> ROLES_OF_THEIR_OWN = Set.of("register-webhook", "start-workflow");

    private static final String KEY = "eyJ0ZXN0-a-key-that-ends-in-WXYZ";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @AutoClose
    private final LogWatch log = LogWatch.open();

    private final JobHandling jobs = JobHandling.newRuntime(CheckConnectionConnector::new, kustomer);

    @Test
    void the_result_describes_the_key_its_region_and_its_roles() {
        JsonNode connection = check("org.permission.customer.create", "org.user.conversation.read");

        assertThat(connection.path("name").asText()).isEqualTo("simulator");
        assertThat(connection.path("userId").asText()).hasSize(24);
        assertThat(connection.path("organizationId").asText()).hasSize(24);
        assertThat(connection.path("region").asText()).isEqualTo("us");
        assertThat(connection.path("regionMatches").asBoolean()).isTrue();
        assertThat(connection.path("roles"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("org.permission.customer.create", "org.user.conversation.read");
        assertThat(allowed(connection, "create-customer")).isTrue();
        assertThat(allowed(connection, "create-conversation")).isFalse();
        assertThat(allowed(connection, "search")).isFalse();
        assertThat(operation(connection, "search").at("/missing/0").asText()).isEqualTo("org.permission.search.create");
    }

    @Test
    void a_legacy_role_will_do_and_so_will_one_that_includes_others() {
        assertThat(allowed(check("org.user.customer.write"), "create-customer")).isTrue();
        assertThat(allowed(check("org.admin.search.read"), "search")).isTrue();
        assertThat(check("org.user").path("operations"))
                .isNotEmpty()
                .filteredOn(operation ->
                        !ROLES_OF_THEIR_OWN.contains(operation.path("operation").asText()))
                .allMatch(operation -> operation.path("allowed").asBoolean());
        assertThat(check("org.tracking").path("operations"))
                .isNotEmpty()
                .noneMatch(operation -> operation.path("allowed").asBoolean());
    }

    @Test
    void only_a_key_with_the_role_for_hooks_may_start_workflows() {
        assertThat(allowed(check("org.hooks"), "start-workflow")).isTrue();
        assertThat(allowed(check("org.user"), "start-workflow")).isFalse();
    }

    @Test
    void only_an_administrator_may_register_webhooks() {
        assertThat(allowed(check("org.admin"), "register-webhook")).isTrue();
        assertThat(allowed(check("org.outbound_webhooks"), "register-webhook")).isTrue();
        assertThat(allowed(check("org.user"), "register-webhook")).isFalse();
    }

    @Test
    void the_key_of_the_simulator_shows_its_roles_and_may_run_every_operation() {
        JsonNode connection = jobs.result(jobs.task());

        assertThat(connection.path("roles")).extracting(JsonNode::asText).contains("org.permission.customer.create");
        assertThat(connection.path("operations"))
                .isNotEmpty()
                .allMatch(operation -> operation.path("allowed").asBoolean());
    }

    @Test
    void operations_without_a_certain_role_are_left_out() {
        assertThat(check("org.user").path("operations"))
                .extracting(operation -> operation.path("operation").asText())
                .doesNotContain("call-api", "check-connection")
                .contains("create-customer", "create-conversation", "search");
    }

    @Test
    void neither_the_result_nor_the_log_contains_the_key() {
        JsonNode connection = check("org.user");

        assertThat(connection.toString() + log.lines("")).doesNotContain("WXYZ", KEY, "lastTokenChars", "ipAddress");
    }

    @Test
    void a_key_that_is_not_valid_is_unauthorized() {
        jobs.secret("KUSTOMER_API_KEY", "unknown");

        JobEnding.Failed failed = jobs.run(jobs.task()).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).startsWith("GET /v1/auth/tokens/current answered 401");
    }

    @Test
    void the_message_for_a_key_of_another_region_names_that_region() {
        kustomer.addForeignKey(KEY, "prod2");
        jobs.secret("KUSTOMER_API_KEY", KEY);

        assertThat(jobs.run(jobs.task()).failed().message()).contains("Choose the region European Union (prod2)");
    }

    @Test
    void a_faulty_set_up_is_no_error_that_the_process_may_catch() {
        JobEnding ending = jobs.run(jobs.task().with("server.region", "mars"));

        assertThat(ending)
                .isInstanceOfSatisfying(
                        JobEnding.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT"));
    }

    @Test
    void is_tried_again_after_a_lost_answer() {
        kustomer.inject(Fault.halfBody(Step.AFTER_STORING), RequestMatcher.any(), 1);

        assertThat(jobs.run(jobs.task()).failed().retries()).isEqualTo(2);
        assertThat(jobs.run(jobs.task())).isInstanceOf(JobEnding.Completed.class);
    }

    private JsonNode check(String... roles) {
        kustomer.addKey(KEY, Set.of(roles));
        jobs.secret("KUSTOMER_API_KEY", KEY);
        return jobs.result(jobs.task());
    }

    private static boolean allowed(JsonNode connection, String operation) {
        return operation(connection, operation).path("allowed").asBoolean();
    }

    private static JsonNode operation(JsonNode connection, String name) {
        return connection
                .path("operations")
                .valueStream()
                .filter(operation -> operation.path("operation").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
