package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RunSettingsTest {

    @Test
    void refuses_a_file_that_is_not_bpmn() {
        Options options = Options.parse(List.of("--bpmn=LICENSE"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunSettings.of(options))
                .withMessage("LICENSE is not BPMN");
    }
}
