package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

    @Test
    void reads_every_option() {
        Options options =
                Options.parse(List.of("--bpmn=pom.xml", "--input=LICENSE", "--instances=20", "--timeout=9", "--stay"));

        assertThat(options)
                .isEqualTo(new Options(Path.of("pom.xml"), Path.of("LICENSE"), 20, Duration.ofSeconds(9), true));
    }

    @Test
    void does_not_stay_without_the_option() {
        assertThat(Options.parse(List.of("--instances=2")).stay()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bpmn=absent.bpmn",
                "--input=absent.json",
                "--instances=0",
                "--instances=x",
                "--timeout=0",
                "--bpmn",
                "--stay=1",
                "instances=3",
                "--help"
            })
    void refuses_unknown_options_and_invalid_values(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--bpmn=pom.xml", word)));
    }
}
