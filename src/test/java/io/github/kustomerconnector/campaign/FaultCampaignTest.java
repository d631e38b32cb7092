package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The campaign as part of the build. {@code -Dcampaign.seed=S} sets the seed; {@code mvn -Pcampaign} adds Camunda's
 * REST connector for comparison.
 */
final class FaultCampaignTest {

    @Test
    void no_fault_leads_to_a_duplicate_or_a_lost_record() {
        long seed = Long.getLong("campaign.seed", 1);
        List<Scenario> scenarios = Campaign.seeds(seed, Options.EXECUTIONS).stream()
                .map(Scenario::of)
                .toList();

        Campaign.Result result = Campaign.run(new KustomerContender(), scenarios);

        System.out.printf("Fault campaign, seed %d: %s%n", seed, result.counts());
        assertThat(result.violations()).isEmpty();
        assertThat(result.counts().faults()).containsOnlyKeys(RandomFaults.KINDS);
    }

    @Test
    void the_same_seed_gives_the_same_scenario() {
        List<Long> seeds = Campaign.seeds(7, 50);

        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed > 0);
        assertThat(seeds)
                .allMatch(seed ->
                        Scenario.of(seed).toString().equals(Scenario.of(seed).toString()));
    }
}
