package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

    @Test
    void runs_a_thousand_executions_by_default() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(1000, 1, null));
    }

    @Test
    void reads_number_seed_and_replay() {
        assertThat(Options.parse(List.of("--executions=5", "--seed=42", "--replay=7")))
                .isEqualTo(new Options(5, 42, 7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--executions=0", "--executions=many", "--seed=", "--unknown=1", "word"})
    void refuses_unknown_options_and_invalid_values(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(word)));
    }
}
