package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.http.PostWatch;
import io.github.kustomerconnector.http.WatchedClients;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Connectors that are broken on purpose must break an invariant of the campaign. */
final class PlantedFaultTest {

    private static final Scenario LOST = Scenario.plain(RecordKind.CONVERSATION, GivenIdentity.NOTHING, "automatic")
            .with(
                    List.of(new PlannedFault(Fault.close(Step.AFTER_STORING), FaultTarget.CREATE, 0, 1)),
                    List.of(new Delivery(0, false)));

    @Test
    void the_campaign_reports_a_connector_that_repeats_creates() {
        assertThat(violations(new Broken(new BlindRetryConnector()), LOST))
                .anyMatch(text -> text.contains("too many records"));
    }

    @Test
    void the_campaign_reports_a_connector_that_repeats_creates_under_random_faults() {
        List<Scenario> scenarios =
                Campaign.seeds(1, 30).stream().map(Scenario::of).toList();

        Campaign.Result result = Campaign.run(new Broken(new BlindRetryConnector()), scenarios);

        assertThat(result.violations()).isNotEmpty();
        assertThat(result.counts().duplicates()).isPositive();
    }

    @Test
    void the_campaign_reports_a_completion_without_a_record() {
        OutboundConnectorFunction inventedId =
                context -> Map.of("id", "5f0000000000000000000bad", "outcome", "created");

        assertThat(violations(new Broken(inventedId), LOST))
                .anyMatch(text -> text.contains("completed without a record"));
    }

    @Test
    void the_campaign_reports_a_record_whose_id_is_lost() {
        OutboundConnectorFunction failsAfterCreate = context -> {
            new BlindRetryConnector().execute(context);
            throw new IllegalStateException("gave up");
        };

        Campaign.Result result = Campaign.run(new Broken(failsAfterCreate), List.of(LOST));

        assertThat(result.counts().lost()).isEqualTo(1);
        assertThat(result.violations()).isNotEmpty();
    }

    @Test
    void the_campaign_reports_concurrent_posts_of_one_identity() {
        Scenario twice = LOST.with(
                List.of(new PlannedFault(
                        Fault.stall(Step.AFTER_STORING, Duration.ofMillis(700)), FaultTarget.CREATE, 0, 2)),
                List.of(new Delivery(0, false), new Delivery(0, true)));

        assertThat(violations(new Uncoordinated(), twice))
                .anyMatch(text -> text.contains("concurrent POSTs of one identity: 2"));
    }

    private static List<String> violations(Contender contender, Scenario scenario) {
        return Campaign.run(contender, List.of(scenario)).violations();
    }

    /** A broken connector with the same tasks. */
    private static class Broken implements Contender {
        private final KustomerContender ours = new KustomerContender();
        private final JobRunner runner;

        Broken(OutboundConnectorFunction connector) {
            runner = JobRunner.of(connector);
        }

        @Override
        public String name() {
            return "broken connector";
        }

        @Override
        public JobRunner runner(RecordKind kind, int runtime) {
            return runner;
        }

        @Override
        public ObjectNode variables(Scenario scenario, ObjectNode fields, URI kustomer) {
            return ours.variables(scenario, fields, kustomer);
        }

        @Override
        public Optional<String> id(JsonNode result) {
            return ours.id(result);
        }
    }

    /** Two connectors of one runtime that do not share their in-flight requests. */
    private static final class Uncoordinated implements Contender {
        private final KustomerContender ours = new KustomerContender();
        private final PostWatch watch = new PostWatch();
        private final AtomicInteger turns = new AtomicInteger();
        private final List<JobRunner> runners =
                Stream.generate(this::runner).limit(2).toList();

        private JobRunner runner() {
            return JobRunner.of(JobRunner.connector(
                    "create-conversation", WatchedClients.create(watch, Clock.systemUTC()), TaskFields.NAMESPACE));
        }

        @Override
        public String name() {
            return "uncoordinated connector";
        }

        @Override
        public JobRunner runner(RecordKind kind, int runtime) {
            return runners.get(turns.getAndIncrement() % 2);
        }

        @Override
        public ObjectNode variables(Scenario scenario, ObjectNode fields, URI kustomer) {
            return ours.variables(scenario, fields, kustomer);
        }

        @Override
        public Optional<String> id(JsonNode result) {
            return ours.id(result);
        }

        @Override
        public int mostPostsAtOnce(URI kustomer) {
            return watch.mostAtOnce(kustomer);
        }
    }
}
