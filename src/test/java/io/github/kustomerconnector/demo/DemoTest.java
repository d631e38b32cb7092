package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void help_prints_the_usage() throws IOException {
        assertThat(run(List.of("--help"), Map.of())).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Usage:", "--timeout=SECONDS", "--help");
    }

    @Test
    void an_unknown_option_is_refused_with_the_usage() throws IOException {
        assertThat(run(List.of("--hlep"), Map.of())).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("Unknown option --hlep")
                .contains("Usage:");
    }

    @Test
    void a_key_without_an_address_is_refused_before_the_start() throws IOException {
        assertThat(run(List.of(), Map.of("KUSTOMER_API_KEY", "top-secret"))).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("KUSTOMER_API_KEY is set, but neither")
                .doesNotContain("top-secret", "Starting");
    }

    @Test
    void staying_needs_the_simulator() throws IOException {
        Map<String, String> environment =
                Map.of("KUSTOMER_API_KEY", "top-secret", "KUSTOMER_BASE_URL", "https://k.example");

        assertThat(run(List.of("--stay"), environment)).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("--stay needs the simulated Kustomer");
    }

    @Test
    void a_failed_run_leaves_a_file_until_the_next_run(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("demo-failed");

        Demo.mark(file.toString(), 1);
        assertThat(file).exists();

        Demo.mark(file.toString(), 0);
        assertThat(file).doesNotExist();
    }

    private int run(List<String> words, Map<String, String> environment) throws IOException {
        return Demo.run(words, environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
