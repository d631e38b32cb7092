package io.github.kustomerconnector.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** The ends of {@link WebhookLoadMain}, at a small size. */
final class WebhookLoadTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void prints_the_ratio_and_the_heap() {
        assertThat(WebhookLoadMain.run(200, "20 10", out)).isZero();

        assertThat(bytes.toString(UTF_8))
                .containsPattern("median ratio [0-9.]+ \\([0-9.]+ to [0-9.]+\\)")
                .containsPattern("heap after 10 events: [0-9]+ MB");
    }

    @Test
    void a_failure_names_the_connector_and_its_answer() {
        assertThat(WebhookLoadMain.run(503, "20 10", out)).isEqualTo(1);

        assertThat(bytes.toString(UTF_8).strip())
                .matches("Failed: KUSTOMER_WEBHOOK answered event [12] with 503 \\{\"result\":\"not-stored\"}");
    }

    @Test
    void a_size_that_is_no_number_is_a_failure() {
        assertThat(WebhookLoadMain.run(200, "many 10", out)).isEqualTo(1);

        assertThat(bytes.toString(UTF_8)).startsWith("Failed: ").contains("\"many\"");
    }
}
