package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bulks in a connector runtime of its own with a heap of 64 MiB. The campaign runs larger ones. */
@Tag("crash")
final class BulkCampaignTest {

    @Test
    void a_bulk_without_faults_needs_few_requests() throws IOException {
        BulkCampaign.Result result =
                new BulkCampaign(2_500, 0, 1, Duration.ofSeconds(60), Duration.ofMillis(100)).run();

        assertThat(result.progress().path("created").asInt()).isEqualTo(2_500);
        assertThat(result.requests()).as("4 requests for 100 items").isLessThanOrEqualTo(100);
        assertThat(result.duplicates()).isZero();
        assertThat(result.lost()).isZero();
    }

    @Test
    void no_record_is_doubled_or_lost_by_faults_and_kills() throws IOException {
        BulkCampaign.Result result = new BulkCampaign(600, 3, 1, Duration.ofSeconds(3), Duration.ofMillis(100)).run();

        assertThat(result.kills()).isEqualTo(3);
        assertThat(result.progress().path("failed").asInt()).isZero();
        assertThat(result.duplicates()).isZero();
        assertThat(result.lost()).isZero();
    }
}
