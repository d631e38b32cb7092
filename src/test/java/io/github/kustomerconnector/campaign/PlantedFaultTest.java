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

/** Whether the campaign would notice: connectors that are broken on purpose must turn it red. */
final class PlantedFaultTest {

    private static final Plan LOST = Plan.plain(RecordKind.CONVERSATION, Naming.NOTHING, "automatic")
            .with(
                    List.of(new Strike(Fault.close(Step.AFTER_STORING), Target.CREATE, 0, 1)),
                    List.of(new Delivery(0, false)));

    @Test
    void the_campaign_sees_a_connector_that_repeats_blindly() {
        assertThat(complaints(new Broken(new BlindConnector()), LOST))
                .anyMatch(text -> text.contains("records too many"));
    }

    @Test
    void the_campaign_sees_a_connector_that_repeats_blindly_among_random_faults() {
        List<Plan> plans = Campaign.seeds(1, 30).stream().map(Plan::of).toList();

        Campaign.Result result = Campaign.run(new Broken(new BlindConnector()), plans);

        assertThat(result.complaints()).isNotEmpty();
        assertThat(result.score().duplicates()).isPositive();
    }

    @Test
    void the_campaign_sees_a_completion_without_a_record() {
        OutboundConnectorFunction liar = context -> Map.of("id", "5f0000000000000000000bad", "outcome", "created");

        assertThat(complaints(new Broken(liar), LOST)).anyMatch(text -> text.contains("completed without a record"));
    }

    @Test
    void the_campaign_sees_a_record_that_nobody_is_told_of() {
        OutboundConnectorFunction silent = context -> {
            new BlindConnector().execute(context);
            throw new IllegalStateException("gave up");
        };

        Campaign.Result result = Campaign.run(new Broken(silent), List.of(LOST));

        assertThat(result.score().lost()).isEqualTo(1);
        assertThat(result.complaints()).isNotEmpty();
    }

    @Test
    void the_campaign_sees_one_identity_sent_twice_at_once() {
        Plan twice = LOST.with(
                List.of(new Strike(Fault.stall(Step.AFTER_STORING, Duration.ofMillis(700)), Target.CREATE, 0, 2)),
                List.of(new Delivery(0, false), new Delivery(0, true)));

        assertThat(complaints(new Unaware(), twice)).anyMatch(text -> text.contains("under way at once: 2"));
    }

    private static List<String> complaints(Contender contender, Plan plan) {
        return Campaign.run(contender, List.of(plan)).complaints();
    }

    /** A connector that is broken, given the same tasks. */
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
        public ObjectNode variables(Plan plan, ObjectNode fields, URI kustomer) {
            return ours.variables(plan, fields, kustomer);
        }

        @Override
        public Optional<String> id(JsonNode result) {
            return ours.id(result);
        }
    }

    /** Two connectors that know nothing of each other, where one runtime has one. */
    private static final class Unaware implements Contender {
        private final KustomerContender ours = new KustomerContender();
        private final PostWatch watch = new PostWatch();
        private final AtomicInteger turns = new AtomicInteger();
        private final List<JobRunner> runners =
                Stream.generate(this::runner).limit(2).toList();

        private JobRunner runner() {
            return JobRunner.of(
                    JobRunner.createConversation(WatchedClients.create(watch, Clock.systemUTC()), Fields.NAMESPACE));
        }

        @Override
        public String name() {
            return "unaware connector";
        }

        @Override
        public JobRunner runner(RecordKind kind, int runtime) {
            return runners.get(turns.getAndIncrement() % 2);
        }

        @Override
        public ObjectNode variables(Plan plan, ObjectNode fields, URI kustomer) {
            return ours.variables(plan, fields, kustomer);
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
