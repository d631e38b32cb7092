package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

    private static final List<WriteOperation> ALL = List.of(WriteOperation.values());

    @Test
    void runs_a_thousand_executions_by_default() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(1000, 1, null, true, ALL));
    }

    @Test
    void reads_number_seed_and_replay() {
        assertThat(Options.parse(List.of("--executions=5", "--seed=42", "--replay=7")))
                .isEqualTo(new Options(5, 42, 7L, true, ALL));
    }

    @Test
    void reads_the_operations_to_run() {
        Options creates = Options.parse(List.of("--operations=creates"));
        Options writes = Options.parse(List.of("--operations=writes"));
        Options two = Options.parse(List.of("--operations=send-message,merge-customers,send-message"));

        assertThat(creates.creates()).isTrue();
        assertThat(creates.writes()).isEmpty();
        assertThat(writes.creates()).isFalse();
        assertThat(writes.writes()).isEqualTo(ALL);
        assertThat(two.creates()).isFalse();
        assertThat(two.writes()).containsExactly(WriteOperation.SEND_MESSAGE, WriteOperation.MERGE_CUSTOMERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--executions=0",
                "--executions=many",
                "--seed=",
                "--unknown=1",
                "--operations=fly",
                "--operations=",
                "word"
            })
    void refuses_unknown_options_and_invalid_values(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(word)));
    }
}
