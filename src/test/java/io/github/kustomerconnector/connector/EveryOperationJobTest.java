package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.simulator.Dialect;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.github.kustomerconnector.template.ElementTemplates;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation does, in the connector runtime's own job handler. */
final class EveryOperationJobTest {
    private static final String LIMITED_KEY = "eyJsaW1pdGVk";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    static List<OperationSample> samples() {
        return OperationSample.all();
    }

    static Stream<OperationSample> samplesWithRoles() {
        return samples().stream().filter(sample -> !(sample.newConnector() instanceof CheckConnectionConnector));
    }

    /**
     * The first sample of each operation that finds records by an id. The sample of messages lists a conversation; an
     * absent conversation is a failure.
     */
    static Collection<OperationSample> finds() {
        return samples().stream()
                .filter(sample -> sample.result().contains("found"))
                .filter(sample -> !(sample.newConnector() instanceof FindMessageConnector))
                .collect(Collectors.toMap(
                        sample -> sample.newConnector().operationName(), sample -> sample, (first, later) -> first))
                .values();
    }

    @Test
    void each_connector_has_a_sample() {
        assertThat(connectorsWithoutSample(samples())).isEmpty();
    }

    @Test
    void a_connector_without_a_sample_is_noticed() {
        List<OperationSample> incomplete = samples().stream()
                .filter(sample -> !(sample.newConnector() instanceof CreateNoteConnector))
                .toList();

        assertThat(connectorsWithoutSample(incomplete)).containsExactly(CreateNoteConnector.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_result_has_the_documented_fields(OperationSample sample) {
        JobHandling jobs = JobHandling.of(sample.newConnector(), kustomer);

        JsonNode result = jobs.result(sample.task().fill(jobs.task(), kustomer));

        assertThat(result.propertyStream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(sample.result());
    }

    @ParameterizedTest
    @MethodSource("samplesWithRoles")
    void a_key_without_the_role_learns_which_role_it_needs(OperationSample sample) {
        JobHandling jobs = JobHandling.of(sample.newConnector(), kustomer);
        Task task = sample.task().fill(jobs.task(), kustomer);
        List<ObjectNode> before = records(kustomer);
        kustomer.addKey(LIMITED_KEY, allRolesBut(sample.role()));
        jobs.secret("KUSTOMER_API_KEY", LIMITED_KEY);

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message())
                .endsWith("The API key needs " + sample.role().description() + "; roles are fixed when a key is made")
                .doesNotContain(LIMITED_KEY);
        assertThat(kustomer.requests().getLast().status()).hasValue(403);
        assertThat(kustomer.requests().getLast().method())
                .isEqualTo(sample.loss().method());
        assertThat(records(kustomer)).isEqualTo(before);
    }

    @Test
    void the_check_of_the_connection_needs_no_role() {
        JobHandling jobs = JobHandling.newRuntime(CheckConnectionConnector::new, kustomer);
        kustomer.addKey(LIMITED_KEY, Set.of());
        jobs.secret("KUSTOMER_API_KEY", LIMITED_KEY);

        assertThat(jobs.result(jobs.task()).path("roles").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refused_input_is_not_sent(OperationSample sample) {
        JobHandling jobs = JobHandling.of(sample.newConnector(), kustomer);
        Task task = sample.task().fill(jobs.task(), kustomer);
        String field = sample.refused().field();
        String value = sample.refused().value();

        JobEnding.Failed failed = jobs.failure(task.with(field, value));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains(field).doesNotContain(value);
        assertThat(kustomer.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_lost_answer_leads_to_no_second_record(OperationSample sample) {
        KustomerSimulator undisturbed = simulator.start(Dialect.LIVE);
        JobHandling others = JobHandling.of(sample.newConnector(), undisturbed);
        JsonNode expected = others.result(sample.task().fill(others.task(), undisturbed));
        JobHandling jobs = JobHandling.of(sample.newConnector(), kustomer);
        Task task = sample.task().fill(jobs.task(), kustomer);
        loseAnswer(sample);

        switch (sample.loss().end()) {
            case COMPLETED -> assertSame(jobs.result(task), expected, undisturbed);
            case RETRIED -> {
                JobEnding.Failed failed = jobs.failure(task.withRetries(3));
                assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
                assertThat(failed.retries()).isEqualTo(2);
                assertThat(failed.askedWait()).isPositive();
                assertSame(jobs.result(task.withRetries(2)), expected, undisturbed);
            }
            case OUTCOME_UNKNOWN -> {
                JobEnding.Failed failed = jobs.failure(task);
                assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
                assertThat(failed.retries()).isZero();
                assertThat(failed.message()).contains("Look in Kustomer before you retry");
                assertThat(kustomer.requests()).hasSize(1);
            }
        }

        assertThat(kustomer.injected()).containsOnlyKeys(Fault.Kind.CLOSE);
        assertThat(types(undisturbed)).containsSubsequence(types(kustomer));
    }

    @ParameterizedTest
    @MethodSource("finds")
    void an_absent_record_is_a_result_or_a_failure_by_choice(OperationSample sample) {
        JobHandling jobs = JobHandling.of(sample.newConnector(), kustomer);
        Task task = sample.task().fill(jobs.task(), simulator.start(Dialect.LIVE));

        JsonNode result = jobs.result(task.with("options.ifAbsent", "continue"));
        JobEnding.Failed failed = jobs.failure(task.with("options.ifAbsent", "fail"));

        assertThat(result.path("found").asBoolean()).isFalse();
        assertThat(result.path("id").isNull()).isTrue();
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.retries()).isZero();
    }

    /** The HTTP client itself sends a GET a second time. */
    private void loseAnswer(OperationSample sample) {
        String method = sample.loss().method();
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method(method), method.equals("GET") ? 2 : 1);
    }

    /**
     * The same result but for the ids, which differ between the two simulators. A repeated upsert that finds nothing
     * left to write reports {@code existing}.
     */
    private void assertSame(JsonNode result, JsonNode expected, KustomerSimulator undisturbed) {
        Map<String, JsonNode> repeated = scalars(result);
        if (result.path("outcome").asText().equals("existing")) {
            repeated.computeIfPresent("outcome", (name, existing) -> expected.path("outcome"));
        }
        assertThat(repeated).isEqualTo(scalars(expected));
        assertThat(isStored(result, kustomer)).isEqualTo(isStored(expected, undisturbed));
        assertThat(types(kustomer)).isEqualTo(types(undisturbed));
    }

    private static boolean isStored(JsonNode result, KustomerSimulator kustomer) {
        return records(kustomer).stream().anyMatch(record -> record.path("id").equals(result.path("id")));
    }

    private static Map<String, JsonNode> scalars(JsonNode result) {
        return result.propertyStream()
                .filter(field -> field.getValue().isValueNode())
                .filter(field -> !field.getKey().matches("(?i)\\w*id|url|next"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, HashMap::new));
    }

    /** All roles but one; of the roles, only those to read where the documentation does not name the one. */
    private static Set<String> allRolesBut(Role role) {
        return Operations.roles().values().stream()
                .flatMap(Collection::stream)
                .map(Role::permission)
                .flatMap(permission -> Stream.of(permission, permission.replaceFirst("\\w+$", "read")))
                .filter(permission ->
                        role.isKnown() ? !permission.equals(role.permission()) : permission.endsWith("read"))
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> connectorsWithoutSample(List<OperationSample> samples) {
        Set<Class<?>> sampled =
                samples.stream().map(sample -> sample.newConnector().getClass()).collect(Collectors.toSet());
        return ElementTemplates.connectors().stream()
                .filter(connector -> !sampled.contains(connector))
                .toList();
    }

    private static List<ObjectNode> records(KustomerSimulator kustomer) {
        return Stream.of(
                        kustomer.customers(),
                        kustomer.conversations(),
                        kustomer.records("note"),
                        kustomer.records("message"),
                        kustomer.records("draft"),
                        kustomer.records("customer_merge"),
                        kustomer.records("kobject.order"),
                        kustomer.records("company"),
                        kustomer.records("work_item"),
                        kustomer.records("web_hook_transaction"),
                        kustomer.webhooks().registered())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> types(KustomerSimulator kustomer) {
        return records(kustomer).stream()
                .map(record -> record.path("type").asText())
                .toList();
    }
}
