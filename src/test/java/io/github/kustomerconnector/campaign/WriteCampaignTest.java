package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The campaign of the operations that write, as part of the build. {@code -Dcampaign.seed=S} sets the seed. */
final class WriteCampaignTest {

    private static final int EXECUTIONS = Integer.getInteger("campaign.writes", 400);

    @Test
    void no_fault_leads_to_a_duplicate_a_loss_or_an_untrue_result() {
        long seed = Long.getLong("campaign.seed", 1);

        WriteCampaign.Result result = WriteCampaign.run(
                new KustomerContender(), WriteCampaign.scenarios(seed, EXECUTIONS, List.of(WriteOperation.values())));

        System.out.printf("Fault campaign of the writes, seed %d:%n%s", seed, new WriteTable(result).markdown());
        assertThat(result.violations()).isEmpty();
    }
}
