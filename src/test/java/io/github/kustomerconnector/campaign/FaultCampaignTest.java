package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The campaign as part of the build. Another one: {@code -Dcampaign.seed=S}; with Camunda's REST connector beside:
 * {@code mvn -Pcampaign}.
 */
final class FaultCampaignTest {

    @Test
    void no_record_is_doubled_or_lost_whatever_breaks() {
        long seed = Long.getLong("campaign.seed", 1);
        List<Plan> plans =
                Campaign.seeds(seed, Options.EXECUTIONS).stream().map(Plan::of).toList();

        Campaign.Result result = Campaign.run(new KustomerContender(), plans);

        System.out.printf("Fault campaign, seed %d: %s%n", seed, result.score());
        assertThat(result.complaints()).isEmpty();
        assertThat(result.score().faults()).hasSize(Fault.Kind.values().length);
    }

    @Test
    void an_execution_is_the_same_each_time_by_its_seed() {
        List<Long> seeds = Campaign.seeds(7, 50);

        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed > 0);
        assertThat(seeds)
                .allMatch(seed -> Plan.of(seed).toString().equals(Plan.of(seed).toString()));
    }
}
